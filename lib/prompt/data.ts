import "server-only";
import { JOIN_RECORD, RECORD_COLUMNS } from "@/lib/creation/record-sql";
import type { CreationCard } from "@/lib/creation/schema";
import { type Db, db as defaultDb } from "@/lib/db";
import { listReferenceUrls } from "@/lib/prompt/reference-address";
import type { PromptDetail } from "@/lib/prompt/schema";
import { parseSlug } from "@/lib/slug";
import type { VoteRecord } from "@/lib/vote/vote-record";

/** Whether a prompt has its four reference views. */
export async function hasReferenceImages(promptId: string, db: Db = defaultDb): Promise<boolean> {
  return (
    (await db.prompt.count({ where: { id: promptId, referenceSha256s: { isEmpty: false } } })) > 0
  );
}

/** The SHA-256 of one reference view of a prompt by its address; null when there is no such prompt or view. */
export async function getReferenceImage(
  address: string,
  view: number,
  db: Db = defaultDb,
): Promise<string | null> {
  const slug = parseSlug(address);
  if (slug === null) return null;
  const prompt = await db.prompt.findUnique({
    where: { slug },
    select: { referenceSha256s: true },
  });
  return prompt?.referenceSha256s[view] ?? null;
}

/** A prompt with all its words; null when there is none of this name. */
export async function getPrompt(
  slug: string,
  db: Db = defaultDb,
): Promise<(PromptDetail & { id: string }) | null> {
  const prompt = await db.prompt.findUnique({
    where: { slug },
    select: {
      ...{ id: true, slug: true, title: true, text: true, instruction: true, category: true },
      ...{ source: true, referenceSha256s: true },
    },
  });
  if (!prompt) return null;
  const { referenceSha256s, ...words } = prompt;
  const tracks = await db.track.findMany({
    where: { creations: { some: { promptId: prompt.id, hiddenAt: null } } },
    select: { slug: true, name: true },
    orderBy: [{ position: "asc" }, { slug: "asc" }],
  });
  return { ...words, tracks, referenceUrls: listReferenceUrls(slug, referenceSha256s) };
}

type CreationRow = {
  id: string;
  replicate: number;
  status: string;
  triangles: number | null;
  hasMaterials: boolean;
  slug: string;
  name: string;
} & VoteRecord;

/** Every creation of a prompt on a track that is not hidden, each with its counted votes; in no order. */
export async function listPromptCreations(
  { prompt, track }: { prompt: { id: string; slug: string; title: string }; track: string },
  db: Db = defaultDb,
): Promise<CreationCard[]> {
  const rows = await db.$queryRaw<CreationRow[]>`
    SELECT c.id, c.replicate, c.status::text AS status, c.triangles, e.slug, e.name,
           c.rendered_glb_sha256 IS NOT NULL AS "hasMaterials", ${RECORD_COLUMNS}
    FROM creations c JOIN entrants e ON e.id = c.entrant_id ${JOIN_RECORD}
    WHERE c.prompt_id = ${prompt.id}::uuid AND c.track = ${track} AND c.hidden_at IS NULL`;
  const { slug, title } = prompt;
  return rows.map(
    ({ id, replicate, status, triangles, hasMaterials, slug: of, name, ...record }) => ({
      ...{ id, track, replicate, status, triangles, hasMaterials, isWithheld: false },
      entrant: { slug: of, name },
      prompt: { slug, title },
      record,
    }),
  );
}
