import { afterEach, expect, test, vi } from "vitest";
import { parseEnv, readApiKey, SettingError } from "@/lib/env";

afterEach(() => vi.unstubAllEnvs());

test("a key is read by the name that an entrant file gives", () => {
  vi.stubEnv("TEAM_B_OPENAI_API_KEY", " sk-abc123\n");
  vi.stubEnv("EMPTY_API_KEY", "");
  expect(readApiKey("TEAM_B_OPENAI_API_KEY")).toBe("sk-abc123");
  expect(readApiKey("EMPTY_API_KEY")).toBeNull();
  expect(readApiKey("NO_SUCH_API_KEY")).toBeNull();
});

test.each(["DATABASE_URL", "NEXTAUTH_SECRET", "openai_API_KEY", "_API_KEY", "A_API_KEY_"])(
  "%s is not the name of one",
  (name) => {
    vi.stubEnv(name, "do not tell");
    expect(() => readApiKey(name)).toThrow(SettingError);
  },
);

test("what no header could hold is refused without saying it", () => {
  vi.stubEnv("BROKEN_API_KEY", "sk-abc\n123");
  expect(() => readApiKey("BROKEN_API_KEY")).toThrow(/^BROKEN_API_KEY holds characters/);
});

test.each([
  [{ NEXTAUTH_URL: "arena.example" }, /NEXTAUTH_URL must be as https:\/\/arena\.example/],
  [{ NEXTAUTH_URL: "ftp://arena.example" }, /NEXTAUTH_URL must be as/],
  [{ NEXTAUTH_URL: "https://arena.example/api/auth" }, /NEXTAUTH_URL .* without a path/],
  [{ GITHUB_ID: "x" }, /GITHUB_SECRET must be set together with GITHUB_ID/],
  [{ EMAIL_SERVER: "smtp://mail.example" }, /EMAIL_FROM must be set together/],
  [{ GITHUB_ID: "x", GITHUB_SECRET: "y" }, /NEXTAUTH_URL must be the public address/],
  [{ TRUSTED_PROXIES: "all" }, /TRUSTED_PROXIES must be a number of proxies/],
  [{ SESSION_SECONDS: "0" }, /SESSION_SECONDS/],
])("%j is refused by name", (values, words) => {
  expect(() => parseEnv(values)).toThrow(SettingError);
  expect(() => parseEnv(values)).toThrow(words);
});

test("ways to sign in need a public address, and empty settings are none", () => {
  const full = { GITHUB_ID: "x", GITHUB_SECRET: "y", NEXTAUTH_URL: "https://arena.example:8443/" };
  expect(parseEnv(full)).toMatchObject(full);
  const empty = { NEXTAUTH_URL: "", GITHUB_ID: "", EMAIL_SERVER: "", TRUSTED_PROXIES: "" };
  expect(parseEnv(empty)).toMatchObject({ TRUSTED_PROXIES: 0, SESSION_SECONDS: 1_209_600 });
});

test.each([
  ["https://arena.example", true],
  ["HTTPS://Arena.Example", true],
  ["http://arena.example", false],
  ["", false],
])("whoever comes to %j comes by https: %s", async (url, expected) => {
  vi.resetModules();
  vi.stubEnv("NEXTAUTH_URL", url);
  expect((await import("@/lib/env")).isHttps).toBe(expected);
});
