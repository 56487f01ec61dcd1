import { expect, test } from "vitest";
import { readNotice, readProblem, throttledText } from "@/lib/account/problems";

const NOW = Date.UTC(2026, 10, 20);

test.each([
  ["CredentialsSignin", "wrong_password"],
  ["OAuthAccountNotLinked", "other_way"],
  ["Callback", "github_failed"],
  ["Verification", "link_over"],
  ["password_short", "password_short"],
  ["constructor", "failed"],
  ["<script>", "failed"],
])("%s is told as %s", (error, code) => {
  expect(readProblem(error, NOW)).toEqual({ code, waitSeconds: 0 });
});

test("no error is no problem", () => {
  for (const error of [undefined, null, ""]) expect(readProblem(error, NOW)).toBeNull();
});

test("a wait counts down to its end and is over then", () => {
  const text = throttledText("throttled", new Date(NOW + 90_000));
  expect(readProblem(text, NOW)).toEqual({ code: "throttled", waitSeconds: 90 });
  expect(readProblem(text, NOW + 60_500)).toEqual({ code: "throttled", waitSeconds: 30 });
  expect(readProblem(text, NOW + 90_000)).toBeNull();
});

test("an address cannot claim a wait without end", () => {
  expect(readProblem("throttled:99999999999", NOW)?.waitSeconds).toBe(3_600);
  expect(readProblem("throttled:soon", NOW)).toBeNull();
});

test("only known notices are read", () => {
  expect(readNotice("signed_out")).toBe("signed_out");
  expect(readNotice("You won!")).toBeNull();
});
