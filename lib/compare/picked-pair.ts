import * as z from "zod/mini";

const slug = z.catch(z.optional(z.string()), undefined);
const pickedSchema = z.object({ first: slug, second: slug });

export type PickedPair = { first: string | null; second: string | null };

/** Which two of these entrants an address names; null for a side that names none of them. */
export function toPickedPair(query: unknown, entrants: readonly { slug: string }[]): PickedPair {
  const { first, second } = pickedSchema.parse(query);
  const known = (wanted: string | undefined) =>
    entrants.find(({ slug }) => slug === wanted)?.slug ?? null;
  return { first: known(first), second: known(second) };
}
