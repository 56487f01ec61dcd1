import { NextRequest } from "next/server";
import { expect, test, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("NEXTAUTH_SECRET", "a secret of these tests alone"));

import { answerAuth } from "@/lib/account/auth-handler";

function ask(path: string, init: { method?: string; headers?: Record<string, string> } = {}) {
  const nextauth = path.split("?")[0]?.split("/") ?? [];
  const request = new NextRequest(`http://localhost:3000/api/auth/${path}`, init);
  return answerAuth(request, { params: Promise.resolve({ nextauth }) });
}

test("a link on another site signs nobody in: whose votes would be somebody else's from then on", async () => {
  const link = "callback/email?email=mallory@example.org&token=mallorys";
  await expect(ask(link)).rejects.toMatchObject({ code: "not_found" });
  const headers = { origin: "https://evil.example" };
  await expect(ask(link, { method: "POST", headers })).rejects.toMatchObject({ code: "forbidden" });
});
