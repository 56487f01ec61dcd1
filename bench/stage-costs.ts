import { readdir, readFile } from "node:fs/promises";
import { runBlender } from "@/lib/generation/blender";
import { gateGlb } from "@/lib/generation/glb-gate";
import { finishObject } from "@/lib/generation/optimise-process";
import type { BakeTools } from "@/lib/generation/tools";
import { median } from "./measure";

export type StageTable = Record<
  string,
  { unit: "s" | "MB"; median: number; p95: number; most: number }
>;

type Costs = Map<string, number[]>;

/** Seconds and megabytes of each stage of each script, one after the other. */
export async function measureStages(
  scripts: readonly string[],
  tools: BakeTools,
): Promise<StageTable> {
  const costs: Costs = new Map();
  for (const script of scripts) await measureOne(script, tools, costs);
  return Object.fromEntries(
    [...costs].map(([name, values]) => {
      const sorted = values.sort((a, b) => a - b);
      const at = Math.max(0, Math.ceil(sorted.length * 0.95) - 1);
      const numbers = { median: median(sorted), p95: sorted[at] ?? 0, most: sorted.at(-1) ?? 0 };
      return [name, { unit: name.endsWith("MB") ? "MB" : "s", ...numbers }];
    }),
  );
}

async function measureOne(script: string, tools: BakeTools, costs: Costs): Promise<void> {
  const add = (name: string, value: number | null | undefined) => {
    if (typeof value !== "number") return;
    costs.set(name, [...(costs.get(name) ?? []), value]);
  };
  const run = await runBlender({ script, slot: 0 }, tools.blender);
  const { peakMegabytes, ...inside } = run.reported;
  add("Blender, whole run", run.seconds);
  for (const [name, seconds] of Object.entries(inside)) add(`  ${name}`, seconds);
  add("Blender MB", peakMegabytes);
  if (run.status !== "ok") return;
  for (const [name, shading, raw] of [
    ["clay", "clay", run.glb],
    ["rendered", "rendered", run.rendered],
  ] as const) {
    if (!raw) continue;
    add(`${name}: raw GLB MB`, raw.length / 1e6);
    const atGate = performance.now();
    const verdict = gateGlb(raw);
    add(`${name}: gate`, secondsSince(atGate));
    if (!verdict.ok) continue;
    const atFinish = performance.now();
    const finished = await finishObject(raw, { materials: name === "rendered" });
    add(`${name}: finish`, secondsSince(atFinish));
    if (!finished.ok) continue;
    for (const [stage, seconds] of Object.entries(finished.seconds))
      add(`${name}:   ${stage}`, seconds);
    add(`${name}: finish MB`, finished.peakMegabytes);
    add(`${name}: final GLB MB`, finished.glb.length / 1e6);
    const atPosters = performance.now();
    const posters = await tools.studio.draw(finished.glb, shading);
    add(`${name}: posters`, secondsSince(atPosters));
    add(`${name}: posters MB`, posters.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6);
  }
  add("Chromium MB", await chromiumMegabytes());
}

/** Proportional memory of every process of the browser. */
async function chromiumMegabytes(): Promise<number> {
  let kilobytes = 0;
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const command = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "");
    if (!command.startsWith("chromium")) continue;
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return kilobytes / 1024;
}

function secondsSince(moment: number): number {
  return (performance.now() - moment) / 1000;
}
