import { afterEach, expect, test, vi } from "vitest";
import { readApiKey, SettingError } from "@/lib/env";

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
