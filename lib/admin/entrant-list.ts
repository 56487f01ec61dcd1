import "server-only";
import * as z from "zod";
import { type Db, db as defaultDb } from "@/lib/db";
import type { EntrantStatus } from "@/lib/entrant/entrant-status";
import { type BoardRow, boardRowSchema } from "@/lib/leaderboard/schema";

export type ManagedEntrant = {
  slug: string;
  name: string;
  kind: string;
  status: EntrantStatus;
  model: string | null;
  creations: { ok: number; failed: number; hidden: number };
  /** Counted battles on the widest board. */
  battles: number;
  rating: number | null;
};

/** Every entrant with what it has, active ones first, then by name. */
export async function listManagedEntrants(db: Db = defaultDb): Promise<ManagedEntrant[]> {
  const [entrants, counts, rows] = await Promise.all([
    db.entrant.findMany({
      select: {
        ...{ id: true, slug: true, name: true, kind: true, status: true },
        model: { select: { slug: true } },
      },
      orderBy: [{ status: "asc" }, { name: "asc" }],
    }),
    countCreations(db),
    readBoardRows(db),
  ]);
  return entrants.map(({ id, model, ...entrant }) => ({
    ...entrant,
    model: model?.slug ?? null,
    creations: counts.get(id) ?? { ok: 0, failed: 0, hidden: 0 },
    battles: rows.get(entrant.slug)?.battles ?? 0,
    rating: rows.get(entrant.slug)?.rating ?? null,
  }));
}

/** The rows of the widest board, without its matrix, which is large. */
async function readBoardRows(db: Db): Promise<Map<string, BoardRow>> {
  const snapshot = await db.snapshot.findFirst({
    where: { board: "all" },
    orderBy: { computedAt: "desc" },
    select: { entrants: true },
  });
  const rows = z.array(boardRowSchema).parse(snapshot?.entrants ?? []);
  return new Map(rows.map((row) => [row.slug, row]));
}

async function countCreations(db: Db): Promise<Map<string, ManagedEntrant["creations"]>> {
  const rows = await db.$queryRaw<({ id: string } & ManagedEntrant["creations"])[]>`
    SELECT entrant_id AS id,
           (count(*) FILTER (WHERE hidden_at IS NULL AND status = 'ok'))::int AS ok,
           (count(*) FILTER (WHERE hidden_at IS NULL AND status <> 'ok'))::int AS failed,
           (count(*) FILTER (WHERE hidden_at IS NOT NULL))::int AS hidden
    FROM creations GROUP BY entrant_id`;
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** Slugs and names of every entrant, for choosing one. */
export async function listEntrantNames(
  db: Db = defaultDb,
): Promise<{ slug: string; name: string }[]> {
  return db.entrant.findMany({ select: { slug: true, name: true }, orderBy: { name: "asc" } });
}
