import "server-only";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Account, choosePlace, type Place } from "@/lib/database/server-place";
import { isProcessAlive } from "@/lib/process-alive";

const USER = "polyduel";
const DATABASE = "polyduel";
const START_TIMEOUT_MS = 60_000;
const LAUNCH_ATTEMPTS = 10;

export type EmbeddedPostgres = {
  url: string;
  /** Whether a server that an earlier, killed process left behind was taken over. */
  adopted: boolean;
  /** Ends every session and shuts the server down cleanly. */
  stop: () => Promise<void>;
};

/**
 * Runs PostgreSQL's own server binaries (from npm) on a cluster under `dataDir`, on loopback only.
 * Initialises the cluster the first time; adopts a live server that an earlier kill left behind;
 * otherwise recovers from the crash as PostgreSQL does. Root never runs it: see `choosePlace`.
 * Throws with the server's last words when it does not come up.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  password: string,
): Promise<EmbeddedPostgres> {
  const place = await choosePlace(dataDir);
  if (!existsSync(join(place.cluster, "PG_VERSION"))) await initialise(place, password);

  const running = await findRunning(place, password);
  if (running) return { ...running, adopted: true, stop: () => shutDown(place, running.pid) };

  const { url, pid } = await launchPatiently(place, password);
  return { url, adopted: false, stop: () => shutDown(place, pid) };
}

/** After a kill -9 the old server's last sessions need a moment to notice; until then a new one is refused. */
async function launchPatiently(
  place: Place,
  password: string,
): Promise<{ url: string; pid: number }> {
  for (let attempt = 1; ; attempt++) {
    await removeDeadLock(place);
    const port = await freePort();
    const pid = await launch(place, port);
    try {
      return { url: await waitForServer(port, password, place, pid), pid };
    } catch (error) {
      if (attempt === LAUNCH_ATTEMPTS) throw error;
      await sleep(500);
    }
  }
}

/**
 * Removes the lock of a server that is dead but whose process table entry nobody has collected yet (a
 * container without an init): Postgres takes such a process for a living one. Its sessions are still
 * guarded by the shared memory that they hold.
 */
async function removeDeadLock(place: Place): Promise<void> {
  const lock = join(place.cluster, "postmaster.pid");
  const text = await readFile(lock, "utf8").catch(() => "");
  const pid = Number(text.split("\n")[0]);
  const status = pid ? await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "") : "";
  // The state follows the command's name, which stands in parentheses and may hold anything.
  const state = status.slice(status.lastIndexOf(")") + 2, status.lastIndexOf(")") + 3);
  if (state === "Z") await rm(lock, { force: true });
}

function toUrl(port: number, password: string, database: string): string {
  return `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`;
}

/** Under another name first, so that a kill in the middle leaves nothing that looks like a cluster. */
async function initialise(place: Place, password: string): Promise<void> {
  const fresh = `${place.cluster}.new`;
  const passwordFile = `${place.cluster}.password`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (place.account) {
    await chown(fresh, place.account.uid, place.account.gid);
    await chown(passwordFile, place.account.uid, place.account.gid);
  }
  const args = ["-D", fresh, "-U", USER, `--pwfile=${passwordFile}`, "-A", "scram-sha-256"];
  const locale = [
    "-E",
    "UTF8",
    "--locale-provider=builtin",
    "--locale=C",
    "--builtin-locale=C.UTF-8",
  ];
  await run(join(place.binaries, "initdb"), [...args, ...locale], place.account);
  await rm(passwordFile, { force: true });
  await rename(fresh, place.cluster);
}

/** A server that still serves this cluster, by the postmaster.pid that it keeps (line 1 pid, line 4 port). */
async function findRunning(
  place: Place,
  password: string,
): Promise<{ url: string; pid: number } | null> {
  const lines = await readFile(join(place.cluster, "postmaster.pid"), "utf8")
    .then((text) => text.split("\n"))
    .catch(() => []);
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !port || !isProcessAlive(pid)) return null;
  if (!(await answers(toUrl(port, password, "postgres")))) return null;
  await ensureDatabase(port, password);
  return { url: toUrl(port, password, DATABASE), pid };
}

/** Detached, so that Ctrl-C in a terminal reaches the server last, from us, not first. */
async function launch(place: Place, port: number): Promise<number> {
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    `port=${port}`,
    "logging_collector=off",
    "log_min_messages=warning",
  ];
  const child = spawn(
    join(place.binaries, "postgres"),
    ["-D", place.cluster, ...settings.flatMap((setting) => ["-c", setting])],
    {
      stdio: ["ignore", "ignore", place.openLog()],
      detached: true,
      cwd: "/",
      ...place.account,
    },
  );
  child.unref();
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("spawn", () => resolve(child.pid ?? 0));
  });
}

async function waitForServer(
  port: number,
  password: string,
  place: Place,
  pid: number,
): Promise<string> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline && isProcessAlive(pid)) {
    if (await answers(toUrl(port, password, "postgres"))) {
      await ensureDatabase(port, password);
      return toUrl(port, password, DATABASE);
    }
    await sleep(50);
  }
  const log = await readFile(place.logFile, "utf8").catch(() => "");
  throw new Error(
    `The embedded Postgres did not start: ${log.trim().split("\n").slice(-3).join(" ")}`,
  );
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}

async function ensureDatabase(port: number, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: toUrl(port, password, "postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [
      DATABASE,
    ]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

async function shutDown(place: Place, pid: number): Promise<void> {
  if (!isProcessAlive(pid)) return;
  const args = ["stop", "-D", place.cluster, "-m", "fast", "-w", "-t", "30"];
  await run(join(place.binaries, "pg_ctl"), args, place.account);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object"
          ? resolve(address.port)
          : reject(new Error("no free port on 127.0.0.1")),
      );
    });
  });
}

function run(binary: string, args: string[], account: Account | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(binary, args, {
      stdio: ["ignore", "ignore", "pipe"],
      cwd: "/",
      ...account,
    });
    let words = "";
    child.stderr.on("data", (chunk: Buffer) => {
      words += chunk.toString();
    });
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`${binary} ended with ${code}: ${words.trim()}`)),
    );
  });
}
