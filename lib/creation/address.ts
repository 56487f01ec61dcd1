import "server-only";
import * as z from "zod";
import { AppError } from "@/lib/errors";

/** A creation's id from an address. Throws `not_found` for anything that cannot be one. */
export function parseCreationId(text: string): string {
  const result = z.uuid().safeParse(text);
  if (!result.success) throw new AppError("not_found", "There is nothing at this address");
  return result.data;
}

/** The number of an attempt from a query, null for anything that is none. */
export function parseAttempt(text: string | string[] | undefined | null): number | null {
  const result = z.coerce.number().int().min(1).max(1000).safeParse(text);
  return result.success ? result.data : null;
}

/** A creation's id from a page's address; null for anything that cannot be one. */
export function toCreationId(text: string): string | null {
  return z.uuid().safeParse(text).data ?? null;
}
