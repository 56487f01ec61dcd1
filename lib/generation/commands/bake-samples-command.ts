import "server-only";
import { LaunchError } from "@/lib/errors";
import { bakeSample, checkSample } from "@/lib/generation/bake-samples";
import type { SamplesArguments } from "@/lib/generation/commands/generate-arguments";
import type { CommandContext } from "@/lib/generation/commands/generation-command";
import type { BakedCreation } from "@/lib/generation/pipeline";
import type { Poster } from "@/lib/generation/posters";
import { listSamples, readCatalogue, type Sample } from "@/lib/generation/sample-catalogue";
import { type BakeTools, prepareTools, toolSettings } from "@/lib/generation/tools";

const SAMPLES = "samples";

/** `npm run generate -- samples`: bakes what the repository ships. Returns the exit code. */
export async function bakeSamples(
  { only, check }: SamplesArguments,
  context: CommandContext,
): Promise<number> {
  const samples = await chooseSamples(only);
  const started = performance.now();
  const tools = await prepareTools(toolSettings());
  try {
    context.print(
      `Blender ${tools.blenderVersion}, sandbox ${tools.blender.level} (${since(started)})`,
    );
    return await (check ? checkAll : bakeAll)(samples, tools, context);
  } finally {
    await tools.close();
  }
}

async function chooseSamples(only: string): Promise<Sample[]> {
  const [prompt, entrant] = only.split("/");
  const samples = listSamples(SAMPLES, await readCatalogue(SAMPLES)).filter(
    (sample) =>
      (prompt === "*" || sample.prompt === prompt) &&
      (entrant === "*" || sample.entrant === entrant),
  );
  if (samples.length === 0) throw new LaunchError(`${SAMPLES} has nothing for ${only}.`);
  return samples;
}

async function bakeAll(
  samples: Sample[],
  tools: BakeTools,
  { print, stop, end }: CommandContext,
): Promise<number> {
  for (const sample of samples) {
    if (stop.aborted) return 1;
    const started = performance.now();
    const creation = await bakeSample(sample, tools, end);
    print(`${nameOf(sample)}  ${describe(creation)}  ${since(started)}`);
  }
  return 0;
}

async function checkAll(
  samples: Sample[],
  tools: BakeTools,
  { print, stop, end }: CommandContext,
): Promise<number> {
  let same = 0;
  for (const sample of samples) {
    if (stop.aborted) break;
    const started = performance.now();
    const difference = await checkSample(sample, tools, end);
    if (!difference) same++;
    print(`${nameOf(sample)}  ${difference ?? "the same"}  ${since(started)}`);
  }
  print(`${same} of ${samples.length} bake the same`);
  return same === samples.length ? 0 : 1;
}

function describe(creation: BakedCreation): string {
  if (creation.status !== "ok") return `${creation.status}: ${lastLine(creation.error)}`;
  const { glb, stats, posters, rendered, renderedPosters } = creation;
  const sizeOf = (file: { size: number }, pictures: readonly Poster[]) =>
    `${kilobytes(file.size)} + ${kilobytes(pictures.reduce((sum, one) => sum + one.bytes.length, 0))}`;
  const withMaterials = rendered ? `  rendered ${sizeOf(rendered, renderedPosters)}` : "";
  return `ok  ${stats.triangles} triangles  ${sizeOf(glb, posters)}${withMaterials}`;
}

function nameOf(sample: Sample): string {
  return `${sample.prompt}/${sample.entrant}`.padEnd(36);
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf("\n") + 1);
}

function since(moment: number): string {
  return `${((performance.now() - moment) / 1000).toFixed(1)} s`;
}
