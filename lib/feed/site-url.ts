import { env } from "@/lib/env";

/** A whole address of this site, for those who read it elsewhere: feeds, sitemaps, link previews. */
export function siteUrl(path: string): string {
  return new URL(path, env.NEXTAUTH_URL ?? `http://localhost:${env.PORT}`).href;
}
