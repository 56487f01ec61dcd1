import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type BlenderTools,
  blenderArguments,
  blenderEnvironment,
  runBlender,
  WRAPPER,
} from "@/lib/generation/blender";
import { runBounded } from "@/lib/generation/bounded-process";
import type { SandboxLevel } from "@/lib/generation/sandbox-limits";
import { findBlender, toolSettings } from "@/lib/generation/tools";
import { median } from "./measure";

export type Overhead = {
  level: SandboxLevel;
  repetitions: number;
  bareMs: number;
  sandboxMs: number;
  /** Of the differences of pairs, with a 95 % interval of their median. */
  medianMs: number;
  lowMs: number;
  highMs: number;
};

const SCRIPT = "import bpy\nbpy.ops.mesh.primitive_cube_add()\n";

/** The same small job in the sandbox and out of it, in turns, so that both meet the same machine. */
export async function measureOverhead(level: SandboxLevel, repetitions: number): Promise<Overhead> {
  const blender = await findBlender({ ...toolSettings(), sandbox: level });
  const folder = await mkdtemp(join(tmpdir(), "polyduel-bare-"));
  try {
    await copyFile(WRAPPER, join(folder, "run_job.py"));
    await writeFile(join(folder, "script.py"), SCRIPT);
    const bare: number[] = [];
    const inside: number[] = [];
    for (let n = -2; n < repetitions; n++) {
      const pair = n % 2 === 0 ? [runBare, runInside] : [runInside, runBare];
      for (const run of pair) {
        const ms = await run(blender, folder);
        if (n >= 0) (run === runBare ? bare : inside).push(ms);
      }
    }
    const differences = inside.map((ms, at) => ms - (bare[at] ?? 0)).sort((a, b) => a - b);
    return {
      ...{ level, repetitions, bareMs: round(median(bare)), sandboxMs: round(median(inside)) },
      medianMs: round(median(differences)),
      ...intervalOf(differences),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Order statistics: the median lies between them with 95 %, whatever the distribution. */
function intervalOf(sorted: readonly number[]): { lowMs: number; highMs: number } {
  const reach = 0.98 * Math.sqrt(sorted.length);
  const low = Math.max(0, Math.floor(sorted.length / 2 - reach));
  const high = Math.min(sorted.length - 1, Math.ceil(sorted.length / 2 + reach));
  return { lowMs: round(sorted[low] ?? 0), highMs: round(sorted[high] ?? 0) };
}

async function runInside(blender: BlenderTools): Promise<number> {
  const started = performance.now();
  const { status } = await runBlender({ script: SCRIPT, slot: 0 }, blender);
  if (status !== "ok") throw new Error(`The job in the sandbox ended with ${status}.`);
  return performance.now() - started;
}

async function runBare(blender: BlenderTools, folder: string): Promise<number> {
  const started = performance.now();
  const { ending } = await runBounded({
    file: blender.program.bin,
    args: blenderArguments({ inputs: folder, scratch: folder }, blender.caps),
    env: blenderEnvironment(folder),
    outputs: new Map([1, 2, 3, 4, 5].map((fd) => [fd, { maxBytes: 2 ** 26 }])),
    timeoutMs: 120_000,
  });
  if (ending.kind !== "exit" || ending.code !== 0) throw new Error("The bare job failed.");
  return performance.now() - started;
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
