import "server-only";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { requireSameOrigin } from "@/lib/access/same-origin";
import { authOptions } from "@/lib/account/auth-options";
import { AppError } from "@/lib/errors";
import { readBody } from "@/lib/request-body";

type AuthContext = { params: Promise<{ nextauth: string[] }> };

/**
 * next-auth behind doors of our own: what changes something must come from a page of ours, whatever token it carries;
 * looking at an address without opening it (HEAD) uses no link up; nobody writes to our log. The link of a mail signs in by
 * the button of our page alone: an attacker's own link would otherwise make a reader's votes the attacker's.
 */
export async function answerAuth(request: NextRequest, context: AuthContext): Promise<Response> {
  const [action, provider] = (await context.params).nextauth;
  const isMailLink = action === "callback" && provider === "email";
  const methods = isMailLink ? ["POST"] : ["GET", "POST"];
  if (action === "_log" || !methods.includes(request.method))
    throw new AppError("not_found", "There is no such address");
  if (request.method === "POST") requireSameOrigin(request.headers);
  // Where next-auth sends a form with a wrong token, without a word.
  if (request.method === "GET" && request.nextUrl.searchParams.has("csrf"))
    return new Response(null, {
      status: 303,
      headers: { location: "/api/auth/signin?error=form_expired", "cache-control": "no-store" },
    });
  return NextAuth(await withShortBody(request), context, authOptions());
}

/** The same request, whose body was not too large: next-auth would read one of any size. */
async function withShortBody(request: NextRequest): Promise<NextRequest> {
  const { url, method, headers } = request;
  return method === "POST"
    ? new NextRequest(url, { method, headers, body: await readBody(request) })
    : request;
}
