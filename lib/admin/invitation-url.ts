import "server-only";
import { env } from "@/lib/env";

/**
 * Where an invitation is accepted: under NEXTAUTH_URL, else under the origin of the page that asked. Only for requests
 * of our own pages (`requireAction`), whose origin has been checked.
 */
export function toInvitationUrl(token: string, headers: Headers): string {
  const base = env.NEXTAUTH_URL ?? headers.get("origin") ?? `http://localhost:${env.PORT}`;
  return new URL(`/invite/${token}`, base).href;
}
