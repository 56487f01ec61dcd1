/**
 * What baking costs: the sandbox over a bare Blender, seconds and MB of each stage over a folder of
 * scripts, and jobs a minute with one and two workers:
 *
 *   node --conditions=react-server --import tsx bench/generation.ts [folder] [--repetitions 60]
 *
 * Without a folder only the sandbox. The Blender is that of the environment (.env.example).
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bakeScript } from "@/lib/generation/pipeline";
import { type BakeTools, prepareTools, toolSettings } from "@/lib/generation/tools";
import { measureOverhead, type Overhead } from "./sandbox-overhead";
import { measureStages, type StageTable } from "./stage-costs";

/** DESIGN §10: milliseconds a job. */
const OVERHEAD_BUDGET = 50;

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { repetitions: { type: "string", default: "60" } },
  });
  const overheads: Overhead[] = [];
  for (const level of ["bwrap", "landlock"] as const) {
    const overhead = await measureOverhead(level, Number(values.repetitions));
    overheads.push(overhead);
    console.log(
      `${level.padEnd(9)} ${overhead.bareMs} ms bare, ${overhead.sandboxMs} ms in the sandbox: ` +
        `${overhead.medianMs} ms more a job (95 %: ${overhead.lowMs} to ${overhead.highMs})`,
    );
  }
  const [folder] = positionals;
  const more = folder ? await measureFolder(folder) : {};
  console.log(JSON.stringify({ bench: "generation", overheads, ...more }));
  return overheads.every(({ medianMs }) => medianMs <= OVERHEAD_BUDGET) ? 0 : 1;
}

async function measureFolder(folder: string) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".py")).sort();
  const scripts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  const tools = await prepareTools(toolSettings());
  try {
    const stages = await measureStages(scripts, tools);
    printStages(stages, scripts.length);
    const jobsPerMinute: Record<string, number> = {};
    for (const workers of [1, 2]) {
      jobsPerMinute[workers] = await measureThroughput(scripts, { tools, workers });
      console.log(`${workers} workers: ${jobsPerMinute[workers]} jobs a minute`);
    }
    return { blenderVersion: tools.blenderVersion, scripts: names.length, stages, jobsPerMinute };
  } finally {
    await tools.close();
  }
}

function printStages(stages: StageTable, scripts: number): void {
  console.log(`\nover ${scripts} scripts      median      p95      most`);
  for (const [name, { unit, median, p95, most }] of Object.entries(stages))
    console.log(
      `${name.padEnd(22)} ${median.toFixed(2).padStart(8)} ${p95.toFixed(2).padStart(8)} ${most.toFixed(2).padStart(9)} ${unit}`,
    );
}

async function measureThroughput(
  scripts: readonly string[],
  { tools, workers }: { tools: BakeTools; workers: number },
): Promise<number> {
  const open = [...scripts];
  const started = performance.now();
  const work = async (slot: number) => {
    for (let script = open.shift(); script !== undefined; script = open.shift())
      await bakeScript({ script, slot }, tools);
  };
  await Promise.all(Array.from({ length: workers }, (_, slot) => work(slot)));
  const minutes = (performance.now() - started) / 60_000;
  return Math.round((scripts.length / minutes) * 10) / 10;
}

process.exitCode = await main();
