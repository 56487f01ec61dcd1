import "server-only";
import { forbidden, redirect } from "next/navigation";
import { may, type Permission } from "@/lib/access/permissions";
import { getUser } from "@/lib/access/session";
import type { SessionUser } from "@/lib/account/data";

type Query = Record<string, string | string[] | undefined>;
type GuardedPage = { permission: Permission; path: string; query?: Query };

/**
 * The user of this page, who may see it. Whoever is not signed in is sent to do so and comes back; whoever may not
 * see it gets the page that says so, with the status 403. To be called before anything is read for the page.
 */
export async function requirePage({ permission, path, query }: GuardedPage): Promise<SessionUser> {
  const user = await getUser();
  if (!user)
    redirect(`/sign-in?${new URLSearchParams({ callbackUrl: toAddress(path, query ?? {}) })}`);
  if (!may(user.role, permission)) forbidden();
  return user;
}

function toAddress(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const each of value === undefined ? [] : [value].flat()) search.append(name, each);
  return search.size > 0 ? `${path}?${search}` : path;
}
