import * as z from "zod";
import { LONGEST_NAME, LONGEST_PASSWORD, SHORTEST_PASSWORD } from "@/lib/account/lengths";

/** An e-mail address in the one form in which accounts are kept. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "is too long")
  .check(z.email("is not an e-mail address"));

export const invitableRoleSchema = z.enum(["maintainer", "owner"]);
export type InvitableRole = z.infer<typeof invitableRoleSchema>;

/** Problems of these fields are named as in `problems.ts`: the page has the words. */
const newPasswordShape = {
  password: z
    .string("password_short")
    .min(SHORTEST_PASSWORD, "password_short")
    .max(LONGEST_PASSWORD, "password_long"),
  again: z.string("passwords_differ"),
};

function isTypedTwice({ password, again }: { password: string; again: string }): boolean {
  return password.normalize("NFKC") === again.normalize("NFKC");
}

const DIFFER = { message: "passwords_differ", path: ["again"] };

/** The form on an invitation's page. */
export const acceptanceSchema = z
  .object({
    token: z.string("invitation_over").min(1, "invitation_over").max(100, "invitation_over"),
    name: z
      .string("name_missing")
      .trim()
      .min(1, "name_missing")
      .max(LONGEST_NAME, "name_long")
      // Names stand in logs and tables, where these would do mischief.
      .regex(/^\P{Cc}*$/u, "name_missing"),
    ...newPasswordShape,
  })
  .refine(isTypedTwice, DIFFER);

/** The form that changes a password. */
export const passwordChangeSchema = z
  .object({ current: z.string("wrong_current"), ...newPasswordShape })
  .refine(isTypedTwice, DIFFER);

export const SIGN_IN_SITES = ["github"] as const;
export type SignInSite = (typeof SIGN_IN_SITES)[number];
