/**
 * Verdict and milliseconds of every GLB and glTF file of some folders: the gate alone, then finishing
 * of what it accepts, and what Khronos' validator said of it (`<file>.report.json`). A glTF in JSON,
 * which is no GLB to begin with, is judged once more with its first buffer packed into one:
 *
 *   node --conditions=react-server --import tsx bench/gate.ts <folder>...
 *
 * Fails when the gate takes over a second, or when a file that the report calls an error is finished.
 */
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import * as z from "zod";
import { packGlb } from "@/lib/generation/gate/glb-builder";
import { gateGlb } from "@/lib/generation/glb-gate";
import { finishObject } from "@/lib/generation/optimise-process";
import { median } from "./measure";

const GATE_BUDGET_MS = 1000;

const withBuffers = z.looseObject({
  buffers: z.array(z.looseObject({ uri: z.string().optional() })),
});
const khronosReport = z.object({ issues: z.object({ numErrors: z.int() }) });

type Row = {
  file: string;
  gateMs: number;
  finishMs: number | null;
  isAccepted: boolean;
  verdict: string;
  /** Errors in the report that lies beside the file; null without one. */
  errors: number | null;
};

async function main(): Promise<number> {
  const folders = process.argv.slice(2);
  if (folders.length === 0) {
    console.error("Usage: bench/gate.ts <folder>...");
    return 2;
  }
  const rows: Row[] = [];
  for (const folder of folders)
    for (const path of await listFiles(folder))
      for (const [form, bytes] of await readForms(path)) {
        const file = relative(folder, path) + form;
        const row = { file, errors: await readErrors(path), ...(await judge(bytes)) };
        rows.push(row);
        print(row);
      }
  const wrong = rows.filter((row) => row.gateMs > GATE_BUDGET_MS || (row.isAccepted && row.errors));
  for (const { file } of wrong) console.log(`FAILED  ${file}`);
  const gate = rows.map(({ gateMs }) => gateMs);
  const finished = rows.flatMap(({ finishMs }) => (finishMs === null ? [] : [finishMs]));
  console.log(
    JSON.stringify({
      ...{ bench: "gate", files: rows.length },
      accepted: rows.filter(({ isAccepted }) => isAccepted).length,
      reportedErrors: rows.filter(({ errors }) => errors).length,
      gateMs: { median: round(median(gate)), most: round(Math.max(...gate)) },
      finishMs: { median: round(median(finished)), most: round(Math.max(...finished)) },
      wrong: wrong.map(({ file }) => file),
    }),
  );
  return wrong.length === 0 ? 0 : 1;
}

async function listFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => /\.(?:glb|gltf)$/i.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** The file as it is and, for JSON that can be read, as a GLB. */
async function readForms(path: string): Promise<[form: string, bytes: Buffer][]> {
  const bytes = await readFile(path);
  const packed = path.endsWith(".gltf") ? await pack(path, bytes.toString()) : null;
  return packed
    ? [
        ["", bytes],
        [" (packed)", packed],
      ]
    : [["", bytes]];
}

async function pack(path: string, text: string): Promise<Buffer | null> {
  const json = withBuffers.safeParse(parseJson(text));
  const [first] = json.success ? json.data.buffers : [];
  if (!json.success || first?.uri === undefined) return packGlb(text);
  const bin = first.uri.startsWith("data:")
    ? Buffer.from(first.uri.slice(first.uri.indexOf(",") + 1), "base64")
    : await readFile(join(dirname(path), decodeURIComponent(first.uri))).catch(() => null);
  if (!bin) return null;
  const { uri: _, ...buffer } = first;
  return packGlb({ ...json.data, buffers: [buffer, ...json.data.buffers.slice(1)] }, bin);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function judge(bytes: Buffer): Promise<Omit<Row, "file" | "errors">> {
  const started = performance.now();
  const verdict = gateGlb(bytes);
  const gateMs = performance.now() - started;
  if (!verdict.ok) {
    const words = `${verdict.code}: ${verdict.message}`;
    return { gateMs, finishMs: null, isAccepted: false, verdict: words };
  }
  const atFinish = performance.now();
  const finished = await finishObject(bytes, { materials: true });
  const words = finished.ok ? `${finished.stats.triangles} triangles` : finished.message;
  const finishMs = performance.now() - atFinish;
  return { gateMs, finishMs, isAccepted: finished.ok, verdict: words };
}

async function readErrors(path: string): Promise<number | null> {
  const text = await readFile(`${path}.report.json`, "utf8").catch(() => null);
  return text === null ? null : khronosReport.parse(JSON.parse(text)).issues.numErrors;
}

function print({ file, gateMs, finishMs, isAccepted, verdict, errors }: Row): void {
  const finish = finishMs === null ? "" : finishMs.toFixed(0);
  console.log(
    `${isAccepted ? "accepted" : "refused "} ${gateMs.toFixed(1).padStart(7)} ${finish.padStart(6)} ms  ` +
      `${errors === null ? "-" : errors} errors  ${file}  ${verdict.split("\n")[0]?.slice(0, 110)}`,
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

process.exitCode = await main();
