import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import {
  collect,
  createDataDir,
  findFreePort,
  runStart,
  startArena,
  waitUntil,
} from "./fixtures/arena";

/** Processes that name this data folder or descend from a process that does. */
function processesOf(dataDir: string): string[] {
  const listing = execFileSync("ps", ["-eo", "pid,args"], { encoding: "utf8" });
  return listing.split("\n").filter((line) => line.includes(dataDir));
}

async function expectOneClearLine(settings: Record<string, string>, words: RegExp) {
  const child = runStart(settings);
  const output = collect(child);
  const [code] = await once(child, "exit");
  expect(code).toBe(1);
  const complaints = output()
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("✓"));
  expect(complaints.join("\n")).toMatch(words);
  expect(complaints.length).toBeLessThanOrEqual(2);
  expect(output()).not.toContain("    at ");
}

test("A taken port is told in one line", async () => {
  const dataDir = await createDataDir();
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  await expectOneClearLine(
    { DATA_DIR: dataDir, PORT: String(port) },
    new RegExp(`Port ${port} is in use`),
  );
  server.close();
  await rm(dataDir, { recursive: true });
});

test("A data folder that cannot be written is told in one line", async () => {
  const folder = await createDataDir();
  await writeFile(join(folder, "file"), "");
  const dataDir = join(folder, "file", "data");
  const port = String(await findFreePort());
  await expectOneClearLine({ DATA_DIR: dataDir, PORT: port }, /data folder .* cannot be written/);
  await rm(folder, { recursive: true });
});

test("A wrong setting is told by its name and what it should be", async () => {
  const dataDir = await createDataDir();
  const port = String(await findFreePort());
  const settings = { DATA_DIR: dataDir, PORT: port };
  await expectOneClearLine(
    { ...settings, DATABASE_URL: "mysql://x" },
    /DATABASE_URL must be postgresql/,
  );
  await expectOneClearLine({ ...settings, PORT: "often" }, /PORT/);
  const nobody = await findFreePort();
  await expectOneClearLine(
    { ...settings, DATABASE_URL: `postgresql://me:secret-word@127.0.0.1:${nobody}/x` },
    /DATABASE_URL does not work: 127\.0\.0\.1:\d+/,
  );
  await rm(dataDir, { recursive: true });
});

test("After kill -9 of everything, a new start has every vote; Ctrl-C leaves nothing behind", async ({
  playwright,
}) => {
  test.setTimeout(240_000);
  const dataDir = await createDataDir();
  const first = await startArena({ dataDir });
  const voter = await playwright.request.newContext({ baseURL: first.url });
  const battle = await (await voter.post("/api/battles", { data: {} })).json();
  const vote = await voter.post(`/api/battles/${battle.battleId}/vote`, {
    data: { outcome: "tie" },
  });
  expect(vote.status()).toBe(201);
  const [{ pid: postgres } = { pid: 0 }] = await first.sql("SELECT pg_backend_pid() AS pid");
  expect(Number(postgres)).toBeGreaterThan(0);

  // The start process, and with it web and worker; then Postgres itself.
  first.process.kill("SIGKILL");
  const postmaster = processesOf(join(dataDir, "postgres")).map((line) =>
    Number(line.trim().split(" ")[0]),
  );
  expect(postmaster.length).toBeGreaterThan(0);
  for (const pid of postmaster) process.kill(pid, "SIGKILL");
  await waitUntil(async () => (await fetch(`${first.url}/api/health`).catch(() => null)) === null);

  const second = await startArena({ dataDir });
  const rows = await second.sql("SELECT outcome FROM votes WHERE battle_id = $1", [
    battle.battleId,
  ]);
  expect(rows).toEqual([{ outcome: "tie" }]);
  await expect
    .poll(async () => (await (await fetch(`${second.url}/api/leaderboard`)).json()).votes)
    .toBe(1);

  const ended = once(second.process, "exit");
  second.process.kill("SIGINT");
  const [code] = await ended;
  expect(code).toBe(0);
  await second.stop();
  expect(processesOf(dataDir)).toEqual([]);
  expect(await fetch(`${second.url}/api/health`).catch(() => null)).toBeNull();
  await rm(dataDir, { recursive: true });
});

test("A second start on the same folder is refused and disturbs nothing", async () => {
  const dataDir = await createDataDir();
  const arena = await startArena({ dataDir });
  const port = String(await findFreePort());
  await expectOneClearLine({ DATA_DIR: dataDir, PORT: port }, /already runs on the data folder/);
  expect((await fetch(`${arena.url}/api/health`)).status).toBe(200);
  await arena.stop();
  await rm(dataDir, { recursive: true });
});
