import { parseArgs } from "node:util";
import * as z from "zod";
import { env } from "@/lib/env";
import { bakeSample, checkSample } from "@/lib/generation/bake-samples";
import type { BakedCreation } from "@/lib/generation/pipeline";
import { listSamples, readCatalogue, type Sample } from "@/lib/generation/sample-catalogue";
import { ToolError } from "@/lib/generation/tool-error";
import { type BakeTools, prepareTools } from "@/lib/generation/tools";

const USAGE = `Usage: npm run generate -- samples [--only <prompt>/<entrant>] [--check]

  samples   bakes samples/<track>/<prompt>/<entrant>/script.py into a GLB and posters beside it
  --only    only this prompt and entrant; either may be *
  --check   bakes again without writing and fails when triangles or bounds differ`;

const SAMPLES = "samples";

const commandSchema = z.object({
  command: z.tuple([z.literal("samples")]),
  only: z
    .string()
    .regex(/^[^/]+\/[^/]+$/, "--only must be <prompt>/<entrant>")
    .default("*/*"),
  check: z.boolean().default(false),
});

type Command = z.infer<typeof commandSchema>;

async function main(): Promise<number> {
  const command = readCommand();
  if (!command) return 2;
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => stop.abort(new Error("Stopped.")));
  let tools: BakeTools | undefined;
  try {
    const samples = await chooseSamples(command.only);
    const started = performance.now();
    tools = await prepareTools({
      blenderBin: env.BLENDER_BIN,
      blenderRootfs: env.BLENDER_ROOTFS,
      sandbox: env.SANDBOX,
      chromiumPath: env.CHROMIUM_PATH,
    });
    console.log(
      `Blender ${tools.blenderVersion}, sandbox ${tools.blender.level} (${since(started)})`,
    );
    return command.check
      ? await checkAll(samples, tools, stop.signal)
      : await bakeAll(samples, tools, stop.signal);
  } catch (error) {
    if (stop.signal.aborted) console.error("Stopped.");
    else if (error instanceof ToolError) console.error(error.message);
    else throw error;
    return stop.signal.aborted ? 130 : 1;
  } finally {
    await tools?.close();
  }
}

function readCommand(): Command | null {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { only: { type: "string" }, check: { type: "boolean" } },
    });
    return commandSchema.parse({ command: positionals, ...values });
  } catch (error) {
    const problems = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    console.error(`${problems}\n\n${USAGE}`);
    return null;
  }
}

async function chooseSamples(only: string): Promise<Sample[]> {
  const [prompt, entrant] = only.split("/");
  const samples = listSamples(SAMPLES, await readCatalogue(SAMPLES)).filter(
    (sample) =>
      (prompt === "*" || sample.prompt === prompt) &&
      (entrant === "*" || sample.entrant === entrant),
  );
  if (samples.length === 0) throw new ToolError(`${SAMPLES} has nothing for ${only}.`);
  return samples;
}

async function bakeAll(samples: Sample[], tools: BakeTools, signal: AbortSignal): Promise<number> {
  for (const sample of samples) {
    const started = performance.now();
    const creation = await bakeSample(sample, tools, signal);
    console.log(`${nameOf(sample)}  ${describe(creation)}  ${since(started)}`);
  }
  return 0;
}

async function checkAll(samples: Sample[], tools: BakeTools, signal: AbortSignal): Promise<number> {
  let different = 0;
  for (const sample of samples) {
    const started = performance.now();
    const difference = await checkSample(sample, tools, signal);
    if (difference) different++;
    console.log(`${nameOf(sample)}  ${difference ?? "the same"}  ${since(started)}`);
  }
  console.log(`${samples.length - different} of ${samples.length} bake the same`);
  return different === 0 ? 0 : 1;
}

function describe(creation: BakedCreation): string {
  if (creation.status !== "ok") return `${creation.status}: ${lastLine(creation.error)}`;
  const { glb, stats, posters } = creation;
  const pictures = posters.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return `ok  ${stats.triangles} triangles  ${kilobytes(glb.size)} + ${kilobytes(pictures)}`;
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

process.exitCode = await main();
