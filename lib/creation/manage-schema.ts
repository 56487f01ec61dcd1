import * as z from "zod";
import { reasonSchema } from "@/lib/entrant/manage-schema";

/** Body of POST /api/admin/creations/<id>/hide. */
export const hideSchema = z.strictObject({ reason: reasonSchema });

/** Body of POST /api/admin/creations/<id>/unhide. */
export const unhideSchema = z.strictObject({ reason: reasonSchema });
