import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { expect, it, onTestFinished } from "vitest";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/lib/database/embedded-postgres";
import { childEnvironment } from "@/lib/env";
import { readSecrets } from "@/lib/secrets";

const ENTRANTS = 4;
const PROMPTS = 12;
const ALL = ENTRANTS * PROMPTS;

/** Every entrant and prompt has its own box; a fifth of the scripts fail, which is a result too. */
function scriptOf(entrant: number, prompt: number): string {
  if ((entrant + prompt) % 5 === 0) return "raise RuntimeError('not today')\n";
  const size = `(${1 + entrant}, ${1 + prompt / 10}, 1)`;
  return `import bpy\nbpy.ops.mesh.primitive_cube_add()\nbpy.context.object.scale = ${size}\n`;
}

async function layOut(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "polyduel-kills-"));
  // Root starts Postgres under another account, which must be able to walk in.
  await chmod(folder, 0o755);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const entrants = Array.from({ length: ENTRANTS }, (_, n) => `entrant-${n}`);
  const prompts = Array.from({ length: PROMPTS }, (_, n) => `prompt-${n}`);
  await writeFile(
    join(folder, "entrants.yaml"),
    `entrants:\n${entrants
      .map(
        (slug) =>
          `  - { slug: ${slug}, name: ${slug}, model: { provider: replay, id: ${slug}, name: ${slug}, scripts: "scripts/${slug}/{prompt}.py" } }\n`,
      )
      .join("")}`,
  );
  await writeFile(
    join(folder, "prompts.jsonl"),
    prompts.map((slug) => JSON.stringify({ slug, text: `A box for ${slug}.` })).join("\n"),
  );
  for (const [entrant, slug] of entrants.entries()) {
    await mkdir(join(folder, "scripts", slug), { recursive: true });
    for (const [prompt, name] of prompts.entries())
      await writeFile(join(folder, "scripts", slug, `${name}.py`), scriptOf(entrant, prompt));
  }
  return folder;
}

const started = new Set<ChildProcess>();

function launch(script: string, args: string[], settings: Record<string, string>): ChildProcess {
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", `scripts/${script}.ts`, ...args],
    { env: childEnvironment({ LOG_LEVEL: "error", ...settings }), stdio: "ignore" },
  );
  started.add(child);
  child.once("exit", () => started.delete(child));
  return child;
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  return new Promise((resolve) => child.once("exit", (code) => resolve(code)));
}

async function killHard(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await exitOf(child);
}

async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function countCreations(url: string): Promise<number> {
  const rows = await query<{ n: number }>(url, "SELECT count(*)::int AS n FROM creations").catch(
    () => [],
  );
  return rows[0]?.n ?? 0;
}

async function untilMade(url: string, count: number): Promise<void> {
  const deadline = Date.now() + 180_000;
  while ((await countCreations(url)) < count) {
    if (Date.now() > deadline) throw new Error(`not ${count} creations within three minutes`);
    await sleep(50);
  }
}

/** Sandboxed Blenders without a parent: what a killed run must not leave behind. */
async function listOrphans(): Promise<string[]> {
  const found: string[] = [];
  for (const pid of await readdir("/proc").then((all) => all.filter((one) => /^\d+$/.test(one)))) {
    const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    // The parent is the second field after the name, which stands in parentheses.
    const parent = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1];
    if (command.includes("run_job.py") && parent === "1") found.push(pid);
  }
  return found;
}

it("ends with every creation once, whatever is killed when", async () => {
  const folder = await layOut();
  const settings = { DATA_DIR: join(folder, "data") };
  onTestFinished(() => {
    for (const child of started) child.kill("SIGKILL");
  });
  const open = (): Promise<EmbeddedPostgres> =>
    startEmbeddedPostgres(settings.DATA_DIR, readSecrets(settings.DATA_DIR).postgresPassword);
  await mkdir(settings.DATA_DIR);
  let server = await open();
  onTestFinished(() => server.stop());
  const everything = [
    ...["--file", join(folder, "entrants.yaml"), "--entrants", "all"],
    ...["--prompts", join(folder, "prompts.jsonl")],
  ];

  // The job itself.
  const job = launch("generate", everything, settings);
  await untilMade(server.url, 8);
  await killHard(job);

  // A worker of the queue, whose jobs another one takes over.
  expect(await exitOf(launch("generate", [...everything, "--enqueue"], settings))).toBe(0);
  const work = () =>
    launch("worker", ["--only", "generation"], { ...settings, DATABASE_URL: server.url });
  const first = work();
  await untilMade(server.url, 16);
  await killHard(first);
  const second = work();
  await untilMade(server.url, 24);

  // Postgres in the middle of it all.
  const [file] = await query<{ text: string }>(
    server.url,
    "SELECT pg_read_file('postmaster.pid') AS text",
  );
  process.kill(Number(file?.text.split("\n")[0]), "SIGKILL");
  await sleep(1_000);
  await killHard(second);
  server = await open();
  const before = await countCreations(server.url);
  expect(before).toBeGreaterThanOrEqual(24);
  expect(before).toBeLessThan(ALL);

  // The same command again does what is missing, while a worker takes the same jobs from the queue.
  const third = work();
  expect(await exitOf(launch("generate", everything, settings))).toBe(0);
  await killHard(third);

  const rows = await query<{ key: string; status: string; attempts: number; files: number }>(
    server.url,
    `SELECT e.slug || '/' || p.slug AS key, c.status, count(a.id)::int AS attempts, cardinality(c.poster_sha256s) AS files
     FROM creations c JOIN entrants e ON e.id = c.entrant_id JOIN prompts p ON p.id = c.prompt_id
     LEFT JOIN attempts a ON a.creation_id = c.id GROUP BY c.id, e.slug, p.slug`,
  );
  expect(rows).toHaveLength(ALL);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(ALL);
  const failures = Array.from({ length: ENTRANTS }, (_, entrant) =>
    Array.from({ length: PROMPTS }, (_, prompt) => (entrant + prompt) % 5 === 0),
  ).flat();
  const failed = failures.filter(Boolean).length;
  expect(rows.filter(({ status }) => status === "exec_error")).toHaveLength(failed);
  expect(rows.filter(({ status, files }) => status === "ok" && files === 4)).toHaveLength(
    ALL - failed,
  );
  expect(rows.every(({ attempts }) => attempts === 1)).toBe(true);

  await sleep(2_000);
  expect(await listOrphans()).toEqual([]);
}, 600_000);
