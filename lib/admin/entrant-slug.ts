import * as z from "zod";

/** An entrant in a query of /admin: whatever cannot be one counts as not given. */
export const entrantSlugSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/)
  .max(128)
  .optional()
  .catch(undefined);
