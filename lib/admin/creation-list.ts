import "server-only";
import * as z from "zod";
import type { CreationPage, CreationQuery, ManagedCreation } from "@/lib/admin/creation-schema";
import { listWithheldPrompts } from "@/lib/battle/data";
import { type Db, db as defaultDb, type Prisma } from "@/lib/db";

export const CREATION_PAGE_SIZE = 24;

const creationSelect = {
  id: true,
  promptId: true,
  trackSlug: true,
  replicate: true,
  status: true,
  triangles: true,
  renderedGlbSha256: true,
  createdAt: true,
  hiddenAt: true,
  hiddenReason: true,
  entrant: { select: { slug: true, name: true } },
  prompt: { select: { slug: true, title: true } },
} satisfies Prisma.CreationSelect;

type Row = Prisma.CreationGetPayload<{ select: typeof creationSelect }>;

/** A page of creations, hidden ones included, the newest first. */
export async function listManagedCreations(
  query: CreationQuery,
  voterId: string | null,
  db: Db = defaultDb,
): Promise<CreationPage> {
  const { q, entrant, show, before } = query;
  const id = z.uuid().safeParse(q).data;
  const promptIds = q && !id ? await findPromptIds(q, db) : null;
  const rows = await db.creation.findMany({
    where: {
      ...(id && { id }),
      ...(promptIds && { promptId: { in: promptIds } }),
      ...(entrant && { entrant: { slug: entrant } }),
      ...(show && SHOWN[show]),
      ...(before && { AND: { id: { lt: before } } }),
    },
    select: creationSelect,
    orderBy: { id: "desc" },
    take: CREATION_PAGE_SIZE + 1,
  });
  const withheld = await listWithheldPrompts(voterId, db);
  const creations = rows.slice(0, CREATION_PAGE_SIZE).map((row) => toManaged(row, withheld));
  const isMore = rows.length > CREATION_PAGE_SIZE;
  return { creations, next: isMore ? (creations.at(-1)?.id ?? null) : null };
}

const SHOWN = {
  hidden: { hiddenAt: { not: null } },
  ok: { status: "ok", hiddenAt: null },
  failed: { status: { not: "ok" } },
} satisfies Record<string, Prisma.CreationWhereInput>;

/** One creation, hidden or not; null for an unknown one. */
export async function getManagedCreation(
  id: string,
  voterId: string | null,
  db: Db = defaultDb,
): Promise<ManagedCreation | null> {
  const row = await db.creation.findUnique({ where: { id }, select: creationSelect });
  return row && toManaged(row, await listWithheldPrompts(voterId, db));
}

function toManaged(row: Row, withheld: ReadonlySet<string>): ManagedCreation {
  const { promptId, trackSlug, renderedGlbSha256, createdAt, hiddenAt, hiddenReason, ...rest } =
    row;
  const isWithheld = withheld.has(promptId);
  return {
    ...rest,
    triangles: isWithheld ? null : row.triangles,
    track: trackSlug,
    hasMaterials: renderedGlbSha256 !== null,
    madeAt: createdAt.toISOString(),
    hidden: hiddenAt && { at: hiddenAt.toISOString(), reason: hiddenReason ?? "" },
    isWithheld,
  };
}

/** Prompts with these words, or of this name. */
async function findPromptIds(words: string, db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM prompts
    WHERE to_tsvector('english', title || ' ' || text) @@ websearch_to_tsquery('english', ${words}) OR slug = ${words}`;
  return rows.map(({ id }) => id);
}
