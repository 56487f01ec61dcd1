import "server-only";
import type { OpenInvitation, People, PeopleQuery, Person } from "@/lib/admin/people-schema";
import { type Db, db as defaultDb, type Prisma } from "@/lib/db";

export const PEOPLE_PAGE_SIZE = 50;

const personSelect = {
  id: true,
  name: true,
  email: true,
  role: true,
  createdAt: true,
} satisfies Prisma.UserSelect;

type Row = Prisma.UserGetPayload<{ select: typeof personSelect }>;

/** Everybody with an account: maintainers and owners, open invitations, and a page of the others. */
export async function listPeople({ q, before }: PeopleQuery, db: Db = defaultDb): Promise<People> {
  const named = { contains: q ?? "", mode: "insensitive" as const };
  const [staff, voters, invitations, acted] = await Promise.all([
    db.user.findMany({
      where: { role: { not: "voter" } },
      select: personSelect,
      orderBy: [{ role: "desc" }, { email: "asc" }],
    }),
    db.user.findMany({
      where: {
        role: "voter",
        ...(q && { OR: [{ email: named }, { name: named }] }),
        ...(before && { id: { lt: before } }),
      },
      select: personSelect,
      orderBy: { id: "desc" },
      take: PEOPLE_PAGE_SIZE + 1,
    }),
    listOpenInvitations(db),
    listLastActs(db),
  ]);
  const toPerson = ({ createdAt, ...person }: Row): Person => ({
    ...person,
    joinedAt: createdAt.toISOString(),
    lastActedAt: acted.get(person.id)?.toISOString() ?? null,
  });
  const shown = voters.slice(0, PEOPLE_PAGE_SIZE).map(toPerson);
  const isMore = voters.length > PEOPLE_PAGE_SIZE;
  return {
    staff: staff.map(toPerson),
    invitations,
    voters: shown,
    next: isMore ? (shown.at(-1)?.id ?? null) : null,
  };
}

async function listOpenInvitations(db: Db): Promise<OpenInvitation[]> {
  const rows = await db.invitation.findMany({
    where: { acceptedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, email: true, role: true, createdAt: true, expiresAt: true },
    orderBy: { createdAt: "desc" },
    take: 100,
  });
  return rows.map(({ createdAt, expiresAt, ...invitation }) => ({
    ...invitation,
    invitedAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }));
}

async function listLastActs(db: Db): Promise<Map<string, Date>> {
  const rows = await db.auditEntry.groupBy({
    by: ["userId"],
    where: { userId: { not: null } },
    _max: { at: true },
  });
  return new Map(
    rows.flatMap(({ userId, _max }) => (userId && _max.at ? [[userId, _max.at]] : [])),
  );
}
