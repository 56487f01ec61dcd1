import { readFile } from "node:fs/promises";
import { gateGlb } from "@/lib/generation/glb-gate";
import { finishObject } from "@/lib/generation/optimise-process";
import { bakeScript } from "@/lib/generation/pipeline";
import type { Poster } from "@/lib/generation/posters";
import type { BakeTools } from "@/lib/generation/tools";
import type { PromptReference } from "@/lib/prompt/prompt-file";

export type ReferenceViews = { ok: true; pictures: Buffer[] } | { ok: false; reason: string };

/**
 * The four views of a prompt's reference, drawn as voters see creations: with its materials where it has
 * some, in clay otherwise. A reference is as little trusted as a model's script.
 */
export async function renderReference(
  { kind, path }: PromptReference,
  tools: BakeTools,
  signal?: AbortSignal,
): Promise<ReferenceViews> {
  const bytes = await readFile(path);
  return kind === "script"
    ? renderScript(bytes.toString("utf8"), tools, signal)
    : renderGlb(bytes, tools, signal);
}

async function renderScript(
  script: string,
  tools: BakeTools,
  signal?: AbortSignal,
): Promise<ReferenceViews> {
  const baked = await bakeScript({ script, signal }, tools);
  if (baked.status !== "ok")
    return { ok: false, reason: `${baked.status}: ${lastLine(baked.error)}` };
  return toViews(baked.rendered ? baked.renderedPosters : baked.posters);
}

async function renderGlb(
  bytes: Buffer,
  tools: BakeTools,
  signal?: AbortSignal,
): Promise<ReferenceViews> {
  const verdict = gateGlb(bytes);
  if (!verdict.ok) return { ok: false, reason: `the GLB was refused: ${verdict.message}` };
  const finished = await finishObject(bytes, { materials: true, signal });
  if (!finished.ok) return { ok: false, reason: finished.message };
  const shading = finished.stats.materials > 0 ? "rendered" : "clay";
  return toViews(await tools.studio.draw(finished.glb, shading, signal));
}

function toViews(posters: readonly Poster[]): ReferenceViews {
  return { ok: true, pictures: posters.map(({ bytes }) => bytes) };
}

function lastLine(text: string): string {
  return text.slice(text.trimEnd().lastIndexOf("\n") + 1).trim();
}
