import { expect, test } from "vitest";
import { originOf, requireSameOrigin } from "@/lib/access/same-origin";
import { AppError } from "@/lib/errors";

const HOST = { host: "192.0.2.7:3000", "x-forwarded-proto": "http" };

test.each([
  ["of a page of ours", { "sec-fetch-site": "same-origin" }],
  ["over plain http, where browsers name only the origin", { origin: "http://192.0.2.7:3000" }],
])("a request %s is taken", (_, headers) => {
  expect(() => requireSameOrigin(new Headers({ ...HOST, ...headers }))).not.toThrow();
});

test.each([
  ["of another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
  ["of a neighbour's host", { "sec-fetch-site": "same-site" }],
  ["that no page sent", { "sec-fetch-site": "none" }],
  ["of another origin, over plain http", { origin: "http://evil.example" }],
  ["of another port", { origin: "http://192.0.2.7:4000" }],
  ["of another scheme", { origin: "https://192.0.2.7:3000" }],
  ["of a page that hides itself", { origin: "null" }],
  ["that says nothing", {}],
  [
    "whose site is foreign though its origin is not",
    { "sec-fetch-site": "cross-site", origin: "http://192.0.2.7:3000" },
  ],
])("a request %s is refused", (_, headers) => {
  expect(() => requireSameOrigin(new Headers({ ...HOST, ...headers }))).toThrow(AppError);
});

test("without a setting, the arena is where it was asked for", () => {
  expect(originOf(new Headers(HOST))).toBe("http://192.0.2.7:3000");
  const proxied = {
    host: "127.0.0.1:3000",
    "x-forwarded-host": "arena.example",
    "x-forwarded-proto": "https",
  };
  expect(originOf(new Headers(proxied))).toBe("https://arena.example");
  expect(originOf(new Headers({ host: "not a host" }))).toBe("");
});
