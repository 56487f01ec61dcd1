import * as z from "zod";
import { emailSchema, invitableRoleSchema } from "@/lib/account/schema";
import { queryText } from "@/lib/query-text";

/** Body of POST /api/admin/people/invitations. */
export const inviteSchema = z.strictObject({ email: emailSchema, role: invitableRoleSchema });

/** Body of POST /api/admin/people/<id>/role. */
export const roleSchema = z.strictObject({
  role: z.enum(["voter", "maintainer", "owner"], "choose a role"),
});

/** The query of /admin/people: whatever does not fit counts as not given. */
export const peopleQuerySchema = z.object({
  q: queryText(254),
  before: z.uuid().optional().catch(undefined),
});
export type PeopleQuery = z.infer<typeof peopleQuerySchema>;

/** Times in ISO 8601. */
export type Person = {
  id: string;
  name: string | null;
  email: string | null;
  role: "voter" | "maintainer" | "owner";
  joinedAt: string;
  /** When the audit log last names them as the actor. */
  lastActedAt: string | null;
};

export type OpenInvitation = {
  id: string;
  email: string;
  role: string;
  invitedAt: string;
  expiresAt: string;
};

export type People = {
  staff: Person[];
  invitations: OpenInvitation[];
  /** Whoever signed in and may do no more than vote, the newest first. */
  voters: Person[];
  next: string | null;
};
