import { APICallError } from "ai";
import { expect, test } from "vitest";
import { toCallFailure } from "@/lib/generation/providers/call-error";

const read = (error: unknown, timedOut = false) => toCallFailure(error, { key: null, timedOut });
const api = (fields: Partial<ConstructorParameters<typeof APICallError>[0]>) =>
  new APICallError({ message: "", url: "http://x", requestBodyValues: { secret: 1 }, ...fields });

test.each([
  // OpenRouter sends errors with status 200.
  [{ statusCode: 200, message: "slow", data: { code: 429, message: "slow" } }, "rate_limited", 429],
  [{ statusCode: 200, message: "busy", data: { code: 502, message: "busy" } }, "unavailable", 502],
  [{ statusCode: 200, message: "Invalid JSON response", responseBody: "<p>" }, "unavailable", 200],
  // OpenAI's responses fail with status 200, which the SDK calls 400.
  [{ statusCode: 400, data: { error: { code: "server_error" } } }, "unavailable", 500],
  [{ statusCode: 400, data: { error: { code: "rate_limit_exceeded" } } }, "rate_limited", 429],
  [{ statusCode: 408, message: "timeout" }, "timeout", 408],
  [{ statusCode: 529, data: { error: { type: "overloaded_error" } } }, "unavailable", 529],
  [{ message: "Cannot connect to API: connect ECONNREFUSED" }, "unavailable", null],
])("%j may pass: %s", (fields, code, statusCode) => {
  expect(read(api(fields))).toMatchObject({ code, statusCode, isRetryable: true });
});

test.each([
  [{ statusCode: 200, data: { code: 402, message: "no credits" } }, 402],
  [{ statusCode: 400, data: { error: { message: "no such model" } } }, 400],
  [{ statusCode: 401, message: "Unauthorized" }, 401],
  [{ statusCode: 429, data: { error: { code: "insufficient_quota" } } }, 429],
])("%j will not", (fields, statusCode) => {
  expect(read(api(fields))).toMatchObject({ code: "refused", statusCode, isRetryable: false });
});

test("networks fail with a code, programs without one", () => {
  const network = Object.assign(new Error("getaddrinfo ENOTFOUND x"), { code: "ENOTFOUND" });
  expect(read(network)).toMatchObject({ code: "unavailable", isRetryable: true });
  expect(read(new TypeError("x is not a function"))).toMatchObject({ isRetryable: false });
});

test("a timeout is one whatever was thrown", () => {
  expect(read(new Error("aborted"), true)).toMatchObject({ code: "timeout", isRetryable: true });
});

test("messages are one short line in the provider's words", () => {
  const { message } = read(api({ statusCode: 400, message: `a\n\tb ${"x".repeat(900)}` }));
  expect(message).toMatch(/^a b x+…$/);
  expect(message.length).toBe(501);
  const bare = read(api({ statusCode: 404, message: "Not Found", responseBody: "<h1>nginx</h1>" }));
  expect(bare.message).toBe("Not Found: <h1>nginx</h1>");
});
