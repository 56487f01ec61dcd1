import "server-only";
import { parseArgs } from "node:util";
import * as z from "zod";
import { createInvitation, hasOwner, INVITATION_HOURS } from "@/lib/account/invitations";
import { emailSchema, invitableRoleSchema } from "@/lib/account/schema";
import { TERMINAL } from "@/lib/audit/schema";
import type { Db, db as defaultDb } from "@/lib/db";
import { env } from "@/lib/env";
import { LaunchError } from "@/lib/errors";

export const ADMIN_USAGE = `Usage: npm run admin -- invite <email> [--role maintainer|owner] [--hours N]

  invite   prints a link, good once, with which this person chooses a password
  --role   what they may do (default: owner for the first person, maintainer after that)
  --hours  how long the link is good (default ${INVITATION_HOURS})`;

const argumentsSchema = z.strictObject({
  command: z.literal("invite", "the only command is invite"),
  email: emailSchema,
  role: invitableRoleSchema.optional(),
  hours: z.coerce
    .number("must be a number of hours")
    .positive()
    .max(24 * 30)
    .default(INVITATION_HOURS),
});

export type AdminArguments = z.infer<typeof argumentsSchema>;

/** Reads `argv` without the program. Throws a `LaunchError` that says what is wrong and how it is called. */
export function parseAdminArguments(argv: string[]): AdminArguments {
  try {
    const options = { role: { type: "string" }, hours: { type: "string" } } as const;
    const { positionals, values } = parseArgs({ args: argv, options, allowPositionals: true });
    const [command, email, ...rest] = positionals;
    if (rest.length > 0) throw new Error(`There is one word too many: ${rest[0]}`);
    return argumentsSchema.parse({ command, email, ...values });
  } catch (error) {
    const problem = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new LaunchError(`${problem}\n\n${ADMIN_USAGE}`);
  }
}

/** Invites somebody and returns the lines to print. */
export async function invite(
  { email, role, hours }: AdminArguments,
  db: typeof defaultDb,
  now = new Date(),
): Promise<string[]> {
  const granted = role ?? ((await hasOwner(db as Db)) ? "maintainer" : "owner");
  const expiresAt = new Date(now.getTime() + hours * 3_600_000);
  const token = await createInvitation({ email, role: granted, expiresAt, actor: TERMINAL }, db);
  const base = env.NEXTAUTH_URL ?? `http://localhost:${env.PORT}`;
  const lines = [
    `${email} is invited as ${granted}. The link is good once, until ${expiresAt.toISOString()}:`,
    new URL(`/invite/${token}`, base).href,
  ];
  if (!env.NEXTAUTH_URL)
    lines.push("(NEXTAUTH_URL is not set: on another machine, put this one's name for localhost.)");
  return lines;
}
