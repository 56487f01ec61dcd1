import * as z from "zod/mini";

/** What every entrant, prompt and track is called in an address. */
export const slugSchema = z
  .string()
  .check(
    z.maxLength(200),
    z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be a slug such as text-to-3d"),
  );

/** A slug from an address, or null for anything that cannot be one: nothing has such a name. */
export function parseSlug(text: string): string | null {
  const result = slugSchema.safeParse(text);
  return result.success ? result.data : null;
}
