import "server-only";
import * as z from "zod";
import { AppError } from "@/lib/errors";

/** The id of a user or an invitation from an address. Throws `not_found` for anything that cannot be one. */
export function parsePersonId(text: string): string {
  const result = z.uuid().safeParse(text);
  if (!result.success) throw new AppError("not_found", "There is nothing at this address");
  return result.data;
}
