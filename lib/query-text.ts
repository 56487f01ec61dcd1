import * as z from "zod";

/** Words in an address's query, at most so many characters; whatever Postgres cannot keep counts as not given. */
export function queryText(maxLength: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(maxLength)
    .regex(/^\P{C}+$/u)
    .optional()
    .catch(undefined);
}
