import "server-only";
import { readAsset } from "@/lib/creation/asset-store";
import { storeCreation } from "@/lib/creation/mutations";
import { type Db, db as defaultDb } from "@/lib/db";
import { readApiKey } from "@/lib/env";
import type { BakeSlots } from "@/lib/generation/bake-slots";
import { getEntrantId, isMade } from "@/lib/generation/data";
import { makeCreation } from "@/lib/generation/make-creation";
import { bakeScript } from "@/lib/generation/pipeline";
import type { PlannedCreation } from "@/lib/generation/plan";
import { createProvider, type Provider } from "@/lib/generation/providers/provider";
import { type MakeResult, toUnmade } from "@/lib/generation/run";
import type { BakeTools } from "@/lib/generation/tools";

type MakeOptions = { signal?: AbortSignal; onStage?: (stage: string) => void };

/** Makes planned creations and stores them. */
export type Maker = {
  /** Throws a `ToolError` when this machine is at fault, and the signal's reason once it aborted. */
  make: (planned: PlannedCreation, options?: MakeOptions) => Promise<MakeResult>;
};

/** One maker a process: providers' rate limits and the machine's bake slots are shared by all it makes. */
export function createMaker(
  { tools, slots }: { tools: BakeTools; slots: BakeSlots },
  db: Db = defaultDb,
): Maker {
  const providers = new Map<string, Provider>();
  const providerOf = ({ entrant }: PlannedCreation) => {
    const known = providers.get(entrant.slug);
    if (known) return known;
    const fresh = createProvider(entrant, { readApiKey });
    providers.set(entrant.slug, fresh);
    return fresh;
  };
  const bake = async (script: string, signal?: AbortSignal) => {
    const slot = await slots.acquire(signal);
    try {
      return await bakeScript({ script, slot: slot.number, signal }, tools);
    } finally {
      slot.release();
    }
  };

  async function make(
    planned: PlannedCreation,
    { signal, onStage }: MakeOptions = {},
  ): Promise<MakeResult> {
    const place = await placeOf(planned, db);
    if (await isMade(place, db)) return { kind: "taken" };
    const started = performance.now();
    const { entrant, prompt, track } = planned;
    const referenceImages = await readReferences(planned);
    const made = await makeCreation(
      { entrant, prompt: { ...prompt, referenceImages }, track },
      {
        ...{ provider: providerOf(planned), bake, blenderVersion: tools.blenderVersion, signal },
        scriptSeconds: tools.blender.caps.scriptMs / 1000,
        onEvent: ({ stage }) => onStage?.(stage),
      },
    );
    onStage?.("storing");
    if (!(await storeCreation(place, made, db))) return { kind: "taken" };
    const { creation, attempts, costUsd } = made;
    return {
      kind: "made",
      status: creation.status,
      failureFamily: creation.attempt.failureFamily,
      attempts: attempts.length,
      costUsd,
      seconds: (performance.now() - started) / 1000,
    };
  }
  return {
    make: (planned, options) => make(planned, options).catch(toUnmade),
  };
}

async function placeOf({ entrant, prompt, track, replicate }: PlannedCreation, db: Db) {
  const entrantId = await getEntrantId(entrant.slug, db);
  return { entrantId, promptId: prompt.id, trackSlug: track.slug, replicate };
}

async function readReferences({ track, prompt }: PlannedCreation) {
  if (!track.takesImages) return [];
  return Promise.all(
    prompt.referenceSha256s.map(async (sha256) => ({
      bytes: await readAsset(sha256),
      mediaType: "image/webp",
    })),
  );
}
