import { parseArgs } from "node:util";
import * as z from "zod";
import { requireEnv } from "@/lib/env";
import { logger } from "@/lib/logger";
import { runWorker } from "@/lib/worker";

const USAGE = `Usage: npm run worker [-- --only boards|generation] [--concurrency N]

  --only         keeps the boards up to date, or makes creations from the queue; both without it
  --concurrency  creations in the making at the same time (default 4)`;

const argumentsSchema = z.strictObject({
  only: z.enum(["boards", "generation"]).optional(),
  concurrency: z.coerce.number().int().min(1).max(256).default(4),
});

type Arguments = z.infer<typeof argumentsSchema>;

function readArguments(): Arguments | null {
  try {
    const options = { only: { type: "string" }, concurrency: { type: "string" } } as const;
    return argumentsSchema.parse(parseArgs({ options }).values);
  } catch (error) {
    const problems = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    process.stderr.write(`${problems}\n\n${USAGE}\n`);
    return null;
  }
}

async function work({ only, concurrency }: Arguments): Promise<number> {
  requireEnv("DATABASE_URL");
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop.abort());
  // Started by `npm start`: its death, even by kill -9, closes the channel.
  process.on("disconnect", () => stop.abort());
  const tasks: Promise<boolean>[] = [];
  if (only !== "generation") tasks.push(runWorker(stop.signal).then(() => true));
  if (only !== "boards") tasks.push(makeCreations(concurrency, stop.signal));
  return (await Promise.all(tasks)).every(Boolean) ? 0 : 1;
}

/** False when this machine cannot bake: boards go on, and whoever watches the log learns why. */
async function makeCreations(concurrency: number, signal: AbortSignal): Promise<boolean> {
  const { runGenerationWorker } = await import("@/lib/queue/generation-worker");
  const { ToolError } = await import("@/lib/generation/tool-error");
  try {
    await runGenerationWorker(concurrency, signal);
    return true;
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    logger.error(`this worker makes no creations: ${error.message}`);
    return false;
  }
}

const options = readArguments();
process.exit(options ? await work(options) : 2);
