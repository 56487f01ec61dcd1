import "server-only";
import { headers } from "next/headers";
import { may, type Permission, type Role } from "@/lib/access/permissions";
import { requireSameOrigin } from "@/lib/access/same-origin";
import { readBrowserSession } from "@/lib/account/browser-session";
import type { SessionUser } from "@/lib/account/data";
import type { Actor } from "@/lib/audit/schema";
import { AppError } from "@/lib/errors";

/** Who sent this request, read from the database: a role that was taken away is gone at once. Null for nobody. */
export async function getUser(): Promise<SessionUser | null> {
  // Whatever asks this is about one request: said first, so that no page that does is drawn ahead at build time.
  await headers();
  return readBrowserSession();
}

/** The role of whoever sent this request. */
export async function getRole(): Promise<Role> {
  return (await getUser())?.role ?? "nobody";
}

/** The user of this request, who may do that. Throws `unauthorized` for nobody, `forbidden` for a role that may not. */
export async function requirePermission(permission: Permission): Promise<SessionUser> {
  const user = await getUser();
  if (!user) throw new AppError("unauthorized", "Sign in first");
  if (!may(user.role, permission)) throw new AppError("forbidden", "Your role may not do that");
  return user;
}

/** The same for a request that changes something: a page of ours must have sent it. */
export async function requireAction(permission: Permission): Promise<Actor> {
  const user = await requirePermission(permission);
  requireSameOrigin(await headers());
  return { userId: user.id, name: user.email ?? user.name ?? user.id };
}
