import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { CREATION_STATUSES } from "@/lib/generation/creation-status";
import { FAILURE_FAMILIES } from "@/lib/generation/failure-family";
import { meshStatsSchema } from "@/lib/generation/mesh-stats";
import { SANDBOX_LEVELS } from "@/lib/generation/sandbox-limits";

const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be a slug");
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256");

/** samples/catalogue.json: every entrant has one creation for each prompt on each track. */
export const catalogueSchema = z.strictObject({
  tracks: z.array(
    z.strictObject({
      slug,
      name: z.string().min(1),
      display: z.enum(["clay", "rendered"]),
      position: z.int().nonnegative(),
    }),
  ),
  prompts: z.array(
    z.strictObject({ slug, title: z.string().min(1), category: slug, text: z.string().min(1) }),
  ),
  entrants: z.array(
    z.strictObject({
      slug,
      name: z.string().min(1),
      kind: z.literal("sample"),
      settings: z.record(z.string(), z.json()),
    }),
  ),
});

export type Catalogue = z.infer<typeof catalogueSchema>;

/** What the bake says of itself: nothing in it depends on the clock or the machine's paths. */
const sampleProvenance = z.strictObject({
  blenderVersion: z.string(),
  sandbox: z.enum(SANDBOX_LEVELS),
  gate: z.string(),
  validator: z.string(),
  optimiser: z.string(),
  posters: z.string(),
  renderedNote: z.string().nullable(),
});

const file = z.strictObject({ sha256, bytes: z.int().positive() });
const fourPosters = z.array(sha256).length(4);

const common = { scriptSha256: sha256, provenance: sampleProvenance };

/** samples/<track>/<prompt>/<entrant>/creation.json */
export const creationRecordSchema = z.discriminatedUnion("status", [
  z.strictObject({
    status: z.literal("ok"),
    ...common,
    stats: meshStatsSchema,
    optimisedTriangles: z.int().positive(),
    glb: file,
    posters: fourPosters,
    /** The same object with its materials, when its script makes any. */
    rendered: z.strictObject({ glb: file, posters: fourPosters }).nullable(),
  }),
  z.strictObject({
    status: z.enum(CREATION_STATUSES).exclude(["ok"]),
    ...common,
    error: z.string().max(3000),
    failureFamily: z.enum(FAILURE_FAMILIES).nullable(),
  }),
]);

export type CreationRecord = z.infer<typeof creationRecordSchema>;

/** One place of the catalogue, with the paths of all that belongs to it. */
export type Sample = {
  track: Catalogue["tracks"][number];
  prompt: string;
  entrant: string;
  folder: string;
  scriptPath: string;
  creationPath: string;
  glbPath: string;
  posterPaths: string[];
  renderedGlbPath: string;
  renderedPosterPaths: string[];
};

/** Reads and checks samples/catalogue.json. */
export async function readCatalogue(samplesFolder: string): Promise<Catalogue> {
  return catalogueSchema.parse(
    JSON.parse(await readFile(join(samplesFolder, "catalogue.json"), "utf8")),
  );
}

/** Every (track, prompt, entrant) of a catalogue, in its order. */
export function listSamples(samplesFolder: string, catalogue: Catalogue): Sample[] {
  return catalogue.tracks.flatMap((track) =>
    catalogue.prompts.flatMap((prompt) =>
      catalogue.entrants.map((entrant) => {
        const folder = join(samplesFolder, track.slug, prompt.slug, entrant.slug);
        return {
          ...{ track, prompt: prompt.slug, entrant: entrant.slug, folder },
          scriptPath: join(folder, "script.py"),
          creationPath: join(folder, "creation.json"),
          glbPath: join(folder, "object.glb"),
          posterPaths: [0, 1, 2, 3].map((n) => join(folder, `poster-${n}.webp`)),
          renderedGlbPath: join(folder, "rendered.glb"),
          renderedPosterPaths: [0, 1, 2, 3].map((n) => join(folder, `rendered-poster-${n}.webp`)),
        };
      }),
    ),
  );
}

/** A baked sample's creation.json, checked. Throws when it was not baked. */
export async function readCreationRecord(sample: Sample): Promise<CreationRecord> {
  return creationRecordSchema.parse(JSON.parse(await readFile(sample.creationPath, "utf8")));
}
