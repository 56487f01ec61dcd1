import * as z from "zod";

/** An e-mail address in the one form in which accounts are kept. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "is too long")
  .check(z.email("is not an e-mail address"));

export const invitableRoleSchema = z.enum(["maintainer", "owner"]);
export type InvitableRole = z.infer<typeof invitableRoleSchema>;
