import { createHash, randomBytes } from "node:crypto";
import { v4 as uuidv4 } from "uuid";
import { serveBattle } from "@/lib/battle/mutations";
import type { connect } from "@/lib/db";
import { seededRandom } from "@/lib/random";

type Client = ReturnType<typeof connect>["db"];

export const TRACK = "text-to-3d";

export type World = { entrants: string[]; prompts: string[] };

/** A small catalogue: every entrant has one showable creation for every prompt. */
export async function createWorld(
  db: Client,
  { entrants, prompts }: { entrants: number; prompts: number },
): Promise<World> {
  await db.track.create({ data: { slug: TRACK, name: "Text to 3D" } });
  const entrantRows = await db.entrant.createManyAndReturn({
    data: Array.from({ length: entrants }, (_, index) => ({
      slug: `entrant-${index}`,
      name: `Entrant ${index}`,
      kind: "sample" as const,
    })),
    select: { id: true },
  });
  const promptRows = await db.prompt.createManyAndReturn({
    data: Array.from({ length: prompts }, (_, index) => ({
      slug: `prompt-${index}`,
      title: `Prompt ${index}`,
      text: `Thing number ${index}`,
      category: index % 2 === 0 ? "even" : "odd",
    })),
    select: { id: true },
  });
  await db.creation.createMany({
    data: entrantRows.flatMap((entrant) =>
      promptRows.map((prompt) => ({
        entrantId: entrant.id,
        promptId: prompt.id,
        trackSlug: TRACK,
        status: "ok" as const,
        glbSha256: fakeSha256(entrant.id + prompt.id),
        glbBytes: 100,
        triangles: 12,
        chosenAttempt: 1,
        posterSha256s: [0, 1, 2, 3].map((view) => fakeSha256(`${entrant.id}${prompt.id}${view}`)),
      })),
    ),
  });
  return { entrants: entrantRows.map(({ id }) => id), prompts: promptRows.map(({ id }) => id) };
}

/** A voter with one open battle. */
export async function openBattle(
  db: Client,
  { seed, voterId = uuidv4() }: { seed: number; voterId?: string },
): Promise<{ battleId: string; voterId: string }> {
  const { battle } = await serveBattle({ voterId, request: {}, random: seededRandom(seed) }, db);
  return { battleId: battle.id, voterId };
}

function fakeSha256(text: string): string {
  return createHash("sha256").update(text).update(randomBytes(4)).digest("hex");
}
