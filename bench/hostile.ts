/**
 * Runs every script of a folder through the sandbox, one by one and then eight side by side, and
 * fails when anything of the host was touched or left behind:
 *
 *   node --conditions=react-server --import tsx bench/hostile.ts <folder> [level ...]
 *
 * Levels: bwrap and landlock unless named. The Blender is that of the environment (.env.example).
 */
import { spawnSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { childEnvironment } from "@/lib/env";
import type { BlenderTools } from "@/lib/generation/blender";
import { bakeObject } from "@/lib/generation/pipeline";
import { FIRST_UID } from "@/lib/generation/sandbox-command";
import type { SandboxLevel } from "@/lib/generation/sandbox-limits";
import { testSandbox } from "@/lib/generation/sandbox-self-test";
import { findBlender, toolSettings } from "@/lib/generation/tools";
import { listLeftovers, PLANTED_VARIABLE, plantHost } from "./planted-host";

const LEVELS = ["bwrap", "landlock"] as const;
const SIDE_BY_SIDE = 8;
/** Beyond what bakes use that go on at the same time: what is left of these slots is ours. */
const FIRST_SLOT = 500;
const MEBIBYTE = 2 ** 20;
/** Small enough for eight that take all they can get. */
const LIMITS = { addressSpaceBytes: 2048 * MEBIBYTE, scratchBytes: 64 * MEBIBYTE };
const CAPS = { scriptMs: 30_000, exportMs: 30_000 };
const UIDS = new Set(Array.from({ length: SIDE_BY_SIDE }, (_, n) => FIRST_UID + FIRST_SLOT + n));

type Script = { name: string; text: string };
type Row = { name: string; status: string; reason: string; seconds: number };

async function main(): Promise<number> {
  const [folder, ...named] = process.argv.slice(2);
  if (!folder) {
    console.error("Usage: bench/hostile.ts <folder of .py> [bwrap] [landlock]");
    return 2;
  }
  const environment = childEnvironment({});
  if (!environment[PLANTED_VARIABLE]) return againWith({ [PLANTED_VARIABLE]: "secret variable" });
  const levels = LEVELS.filter((level) => named.length === 0 || named.includes(level));
  const host = await plantHost();
  try {
    const scripts = await readScripts(folder, host.attack);
    const problems: string[] = [];
    for (const level of levels) problems.push(...(await attackLevel(level, scripts)));
    problems.push(...(await host.listTouched()).map((what) => `touched: ${what}`));
    for (const problem of problems) console.log(`FAILED  ${problem}`);
    console.log(JSON.stringify({ bench: "hostile", scripts: scripts.length, levels, problems }));
    return problems.length === 0 ? 0 : 1;
  } finally {
    await host.remove();
  }
}

/** The same program with a variable in the environment that it was started with. */
function againWith(settings: Record<string, string>): number {
  const args = [...process.execArgv, ...process.argv.slice(1)];
  const env = childEnvironment(settings);
  return spawnSync(process.execPath, args, { env, stdio: "inherit" }).status ?? 1;
}

async function readScripts(folder: string, attack: string): Promise<Script[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".py")).sort();
  return Promise.all(
    names.map(async (name) => ({
      name: basename(name, ".py"),
      text: `${attack}\n${await readFile(join(folder, name), "utf8")}`,
    })),
  );
}

/** Runs the scripts at one level both ways, prints the tables, and returns what went wrong. */
async function attackLevel(level: SandboxLevel, scripts: readonly Script[]): Promise<string[]> {
  const settings = { ...toolSettings(), sandbox: level, limits: LIMITS, caps: CAPS };
  const blender = await findBlender(settings);
  const { blenderVersion } = await testSandbox(blender);
  const problems: string[] = [];
  for (const [way, width] of [
    ["one by one", 1],
    [`${SIDE_BY_SIDE} side by side`, SIDE_BY_SIDE],
  ] as const) {
    const rows = await runAll(scripts, { blender, width });
    print(`${level}, Blender ${blenderVersion}, ${way}`, rows);
    const through = rows.filter(({ reason }) => reason.includes("GOT THROUGH"));
    problems.push(...through.map(({ name, reason }) => `${level} ${name}: ${reason}`));
    // bwrap's own end comes a moment after the program's.
    await sleep(1_000);
    const left = await listLeftovers(UIDS, [tmpdir(), "/var/tmp", blender.scratchParent]);
    problems.push(...left.map((what) => `${level}, ${way}, left behind: ${what}`));
  }
  return problems;
}

async function runAll(
  scripts: readonly Script[],
  { blender, width }: { blender: BlenderTools; width: number },
): Promise<Row[]> {
  const rows: Row[] = [];
  const open = [...scripts.entries()];
  const work = async (slot: number) => {
    for (let next = open.shift(); next; next = open.shift()) {
      const [at, { name, text }] = next;
      rows[at] = await runOne(name, text, { blender, slot });
    }
  };
  await Promise.all(Array.from({ length: width }, (_, n) => work(FIRST_SLOT + n)));
  return rows;
}

async function runOne(
  name: string,
  script: string,
  { blender, slot }: { blender: BlenderTools; slot: number },
): Promise<Row> {
  const baked = await bakeObject({ script, slot }, blender);
  const reason = baked.status === "ok" ? "" : summarise(baked.error);
  return { name, status: baked.status, reason, seconds: baked.attempt.seconds };
}

/** The sentence that an attempt begins with, or the last line of a traceback. */
function summarise(error: string): string {
  const lines = error.split("\n").filter((line) => line.trim());
  return (lines[0]?.startsWith("Traceback") ? lines.at(-1) : lines[0])?.slice(0, 100) ?? "";
}

function print(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  for (const { name, status, reason, seconds } of rows)
    console.log(
      `  ${name.padEnd(12)} ${status.padEnd(12)} ${seconds.toFixed(1).padStart(5)} s  ${reason}`,
    );
}

process.exitCode = await main();
