import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/account/auth-options";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Sign-in, sign-out and what next-auth needs for them. */
async function handler(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions());
}

export { handler as GET, handler as POST };
