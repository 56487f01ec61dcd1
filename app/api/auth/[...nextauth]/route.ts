import type { NextRequest } from "next/server";
import { answerAuth } from "@/lib/account/auth-handler";
import { route } from "@/lib/http";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Sign-in, sign-out and what next-auth needs for them. */
async function handler(request: NextRequest, context: Context): Promise<Response> {
  return route(() => answerAuth(request, context))(request, { params: Promise.resolve({}) });
}

export { handler as GET, handler as POST };
