import * as z from "zod";
import { slugSchema } from "@/lib/slug";

/** An entrant in a query of /admin: whatever cannot be one counts as not given. */
export const entrantSlugSchema = z.optional(slugSchema).catch(undefined);
