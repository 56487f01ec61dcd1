/**
 * Addresses of a prompt's reference views, in their order. The version in the query changes with the picture,
 * so that each may be kept for ever.
 */
export function listReferenceUrls(slug: string, sha256s: readonly string[]): string[] {
  return sha256s.map(
    (sha256, view) => `/api/prompts/${slug}/views/${view}?v=${sha256.slice(0, 12)}`,
  );
}
