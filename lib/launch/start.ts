import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { loadSamples } from "@/lib/creation/load-samples";
import { migrate } from "@/lib/database/migrate";
import { openDatabase } from "@/lib/database/open-database";
import { connect } from "@/lib/db";
import { env } from "@/lib/env";
import { LaunchError } from "@/lib/errors";
import { ensureBuild, NEXT_BIN } from "@/lib/launch/build";
import { requireDatabase, requireFreePort, requireWritable } from "@/lib/launch/preflight";
import { type Supervised, supervise } from "@/lib/launch/supervisor";
import { readSecrets } from "@/lib/secrets";

type Options = {
  isDevelopment: boolean;
  /** Told of every finished step, with the seconds it took. */
  report: (step: string, seconds: number) => void;
  /** Aborting it ends whatever step runs and leaves nothing behind. */
  signal: AbortSignal;
};

export type Running = {
  url: string;
  /** Ends web and worker, then the embedded database. */
  stop: () => Promise<void>;
};

/** Everything from an empty folder to a serving arena. Throws a `LaunchError` when one line says why not. */
export async function start({ isDevelopment, report, signal }: Options): Promise<Running> {
  const closers: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  const step = async <Result>(work: () => Promise<Result>, name: (result: Result) => string) => {
    signal.throwIfAborted();
    const begun = performance.now();
    const result = await work();
    signal.throwIfAborted();
    report(name(result), (performance.now() - begun) / 1000);
    return result;
  };

  try {
    requireWritable(env.DATA_DIR);
    await requireFreePort(env.HOST, env.PORT);
    if (env.DATABASE_URL) await requireDatabase(env.DATABASE_URL);

    const openAndRemember = async () => {
      const database = await openDatabase();
      closers.push(database.close);
      return database;
    };
    const { url } = await step(openAndRemember, ({ origin }) => `Postgres (${origin})`);
    await step(
      () => migrate(url, "prisma/migrations"),
      (names) => `Migrations (${names.length} applied)`,
    );
    await step(
      () => loadSamplesInto(url),
      (count) => `Samples (${count} loaded)`,
    );
    if (!isDevelopment)
      await step(
        () => ensureBuild(process.cwd(), signal),
        (isNew) => (isNew ? "Build" : "Build (up to date)"),
      );
    const serve = async () => {
      const programs = launchPrograms(url, isDevelopment);
      closers.push(() => Promise.all(programs.map((program) => program.stop())));
      await waitUntilServing(signal);
    };
    await step(serve, () => "Web and worker");
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://localhost:${env.PORT}`, stop };
}

async function loadSamplesInto(url: string): Promise<number> {
  const { db, pool } = connect(url);
  try {
    return await loadSamples("samples", db);
  } finally {
    await db.$disconnect();
    await pool.end();
  }
}

function launchPrograms(databaseUrl: string, isDevelopment: boolean): Supervised[] {
  const secrets = readSecrets(env.DATA_DIR);
  const settings = {
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: env.NEXTAUTH_SECRET ?? secrets.authSecret,
    CRON_SECRET: env.CRON_SECRET ?? secrets.cronSecret,
    NODE_ENV: isDevelopment ? "development" : "production",
  };
  const address = ["-H", env.HOST, "-p", String(env.PORT)];
  const web = [NEXT_BIN, isDevelopment ? "dev" : "start", ...address];
  const worker = [
    "--conditions=react-server",
    "--import",
    "tsx",
    "scripts/worker.ts",
    "--only",
    "boards",
  ];
  return [
    supervise({ name: "web", args: web, env: settings }),
    supervise({ name: "worker", args: worker, env: settings }),
  ];
}

async function waitUntilServing(signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && !signal.aborted) {
    const response = await fetch(`http://${env.HOST}:${env.PORT}/api/health`).catch(() => null);
    const health: unknown = response?.ok ? await response.json() : null;
    const isReady =
      health && typeof health === "object" && "worker" in health && health.worker === "ok";
    if (isReady) return;
    await sleep(100);
  }
  signal.throwIfAborted();
  throw new LaunchError("The web server did not come up within a minute; its messages are above.");
}
