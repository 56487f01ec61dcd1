import { expect, test } from "vitest";
import { parseAdminArguments } from "@/lib/account/admin-command";
import { LaunchError } from "@/lib/errors";

test("an invitation needs an address alone", () => {
  expect(parseAdminArguments(["invite", " Ada@Example.ORG "])).toEqual({
    command: "invite",
    email: "ada@example.org",
    hours: 48,
  });
});

test("role and hours may be said", () => {
  const argv = ["invite", "ada@example.org", "--role", "owner", "--hours", "0.5"];
  expect(parseAdminArguments(argv)).toMatchObject({ role: "owner", hours: 0.5 });
});

test.each([
  [[], /the only command is invite/],
  [["remove", "ada@example.org"], /the only command is invite/],
  [["invite"], /email/],
  [["invite", "ada"], /is not an e-mail address/],
  [["invite", "ada@example.org", "now"], /one word too many: now/],
  [["invite", "ada@example.org", "--role", "voter"], /role/],
  [["invite", "ada@example.org", "--hours", "soon"], /must be a number of hours/],
  [["invite", "ada@example.org", "--hours", "0"], /hours/],
  [["invite", "ada@example.org", "--hours", "9999"], /hours/],
  [["invite", "ada@example.org", "--password", "x"], /--password/],
  [["invite", "ada@example.org", "--role"], /--role/],
])("%j is refused with words", (argv, words) => {
  expect(() => parseAdminArguments(argv)).toThrow(LaunchError);
  expect(() => parseAdminArguments(argv)).toThrow(words);
  expect(() => parseAdminArguments(argv)).toThrow(/Usage: npm run admin/);
});
