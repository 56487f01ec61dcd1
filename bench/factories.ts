/**
 * Bakes every script of a folder and says what came of it, against what is expected where a file of
 * JSON lines says so (`instance`, `status` OK or ERR_EXEC, `glb.tris`), and against the size budget:
 *
 *   node --conditions=react-server --import tsx bench/factories.ts <folder> [expected.jsonl] [name ...]
 *
 * The Blender and the sandbox are those of the environment (.env.example).
 */
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import * as z from "zod";
import { type BlenderTools, runBlender } from "@/lib/generation/blender";
import { type BakedObject, bakeObject } from "@/lib/generation/pipeline";
import { testSandbox } from "@/lib/generation/sandbox-self-test";
import { findBlender, toolSettings } from "@/lib/generation/tools";
import { median } from "./measure";
import { surfaceError } from "./surface-error";

/** DESIGN §10. */
const BUDGET = { medianBytes: 250_000, p95Bytes: 1_500_000, error: 0.002 };

/** Some of Blender's own operators give a few triangles more or fewer each time. */
const TOLERANCE = 0.001;

const expectation = z.object({
  instance: z.string(),
  status: z.enum(["OK", "ERR_EXEC"]),
  glb: z.object({ tris: z.int() }).nullable(),
});
type Expectation = z.infer<typeof expectation>;

type Row = { name: string; baked: BakedObject; error: number | null; mismatch: string | null };

async function main(): Promise<number> {
  const [folder, ...rest] = process.argv.slice(2);
  if (!folder) {
    console.error("Usage: bench/factories.ts <folder of .py> [expected.jsonl] [name ...]");
    return 2;
  }
  const expectedPath = rest.find((one) => one.endsWith(".jsonl"));
  const only = rest.filter((one) => one !== expectedPath);
  const expected = expectedPath ? await readExpectations(expectedPath) : new Map();
  const blender = await findBlender(toolSettings());
  const { blenderVersion } = await testSandbox(blender);
  console.log(`Blender ${blenderVersion}, sandbox ${blender.level}`);
  const rows: Row[] = [];
  for (const file of (await readdir(folder)).filter((one) => one.endsWith(".py")).sort()) {
    const name = basename(file, ".py");
    if (only.length > 0 && !only.some((one) => name.startsWith(one))) continue;
    const script = await readFile(join(folder, file), "utf8");
    const row = await bake(name, script, { blender, expected: expected.get(name) });
    rows.push(row);
    console.log(describe(row));
  }
  return summarise(rows, blenderVersion);
}

async function readExpectations(path: string): Promise<Map<string, Expectation>> {
  const lines = (await readFile(path, "utf8")).trim().split("\n");
  const all = lines.map((line) => expectation.parse(JSON.parse(line)));
  return new Map(all.map((one) => [one.instance, one]));
}

async function bake(
  name: string,
  script: string,
  { blender, expected }: { blender: BlenderTools; expected: Expectation | undefined },
): Promise<Row> {
  const baked = await bakeObject({ script }, blender);
  const error = await simplificationError(baked, script, blender);
  return { name, baked, error, mismatch: expected ? differenceFrom(expected, baked) : null };
}

/** How far a simplified object is from its raw one, as a share of the diagonal; null when it is whole. */
async function simplificationError(
  baked: BakedObject,
  script: string,
  blender: BlenderTools,
): Promise<number | null> {
  if (baked.status !== "ok" || baked.optimisedTriangles >= baked.stats.triangles) return null;
  const again = await runBlender({ script, slot: 0 }, blender);
  return again.status === "ok" ? surfaceError(again.glb, baked.glb.bytes) : null;
}

function differenceFrom({ status, glb }: Expectation, baked: BakedObject): string | null {
  if (status === "ERR_EXEC")
    return baked.status === "exec_error" ? null : `${baked.status}, not exec_error`;
  const triangles = glb?.tris ?? 0;
  if (triangles === 0) return baked.status === "no_mesh" ? null : `${baked.status}, not no_mesh`;
  if (baked.status === "rejected") return null;
  if (baked.status !== "ok") return `${baked.status}, not ok`;
  const found = baked.stats.triangles;
  const isNear = Math.abs(found - triangles) <= triangles * TOLERANCE;
  return isNear ? null : `${found} triangles, not ${triangles}`;
}

function describe({ name, baked, error, mismatch }: Row): string {
  const { provenance, attempt } = baked;
  const start = `${name.padEnd(26)} ${baked.status.padEnd(11)} ${attempt.seconds.toFixed(1).padStart(6)} s `;
  const wrong = mismatch ? `  UNEXPECTED: ${mismatch}` : "";
  if (baked.status !== "ok") return `${start} ${lastLine(baked.error).slice(0, 100)}${wrong}`;
  const { stats, optimisedTriangles, glb, rendered } = baked;
  const columns = [
    `${stats.triangles} → ${optimisedTriangles} triangles`.padEnd(27),
    `${kilobytes(glb.size)} kB`.padStart(9),
    rendered ? `rendered ${kilobytes(rendered.size)} kB` : "",
    error === null ? "" : `error ${(error * 100).toFixed(3)} %`,
    `${provenance.peakMegabytes} MB`,
    provenance.renderedNote ? `NOTE ${lastLine(provenance.renderedNote)}` : "",
  ];
  return `${start} ${columns.filter(Boolean).join("  ")}${wrong}`;
}

function summarise(rows: readonly Row[], blenderVersion: string): number {
  const done = rows.flatMap(({ baked }) => (baked.status === "ok" ? [baked] : []));
  const sizesOf = (sizes: number[]) => ({ median: median(sizes), p95: percentile95(sizes) });
  const statuses: Record<string, number> = {};
  for (const { baked } of rows) statuses[baked.status] = (statuses[baked.status] ?? 0) + 1;
  const clay = sizesOf(done.map(({ glb }) => glb.size));
  const rendered = sizesOf(done.flatMap((one) => (one.rendered ? [one.rendered.size] : [])));
  const errors = rows.flatMap(({ error }) => (error === null ? [] : [error]));
  const worst = Math.max(0, ...errors);
  const unexpected = rows.filter(({ mismatch }) => mismatch).map(({ name }) => name);
  const isWithin =
    clay.median <= BUDGET.medianBytes && clay.p95 <= BUDGET.p95Bytes && worst <= BUDGET.error;
  console.log(
    JSON.stringify({
      ...{ bench: "factories", blenderVersion, scripts: rows.length, statuses, unexpected },
      ...{ clayBytes: clay, renderedBytes: rendered, worstError: worst, isWithin },
      seconds: rows.reduce((sum, { baked }) => sum + baked.attempt.seconds, 0),
    }),
  );
  return isWithin && unexpected.length === 0 ? 0 : 1;
}

function percentile95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * 0.95) - 1)] ?? 0;
}

function kilobytes(bytes: number): number {
  return Math.round(bytes / 1000);
}

function lastLine(text: string): string {
  return text.slice(text.trimEnd().lastIndexOf("\n") + 1).trim();
}

process.exitCode = await main();
