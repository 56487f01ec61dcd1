/**
 * The path, query and fragment of an address of this arena; null for every other place. What a link says about where
 * to go next is untrusted: `//evil`, `/\evil`, `javascript:` and the like lead elsewhere, and browsers decide where as `URL` does.
 */
export function ownPath(value: string | null | undefined, origin: string): string | null {
  if (!value || !URL.canParse(value, origin)) return null;
  const url = new URL(value, origin);
  if (url.origin !== origin) return null;
  const path = `${url.pathname}${url.search}${url.hash}`;
  // "http://here//evil" is ours, but its path alone would lead to evil; that of a blob: is no path at all.
  return /^\/(?!\/)/.test(path) ? path : null;
}
