import "server-only";
import { availableParallelism } from "node:os";
import { db, pool } from "@/lib/db";
import { requireEnv } from "@/lib/env";
import { createBakeSlots } from "@/lib/generation/bake-slots";
import { createMaker } from "@/lib/generation/maker";
import { prepareTools, toolSettings } from "@/lib/generation/tools";
import { logger } from "@/lib/logger";
import { workQueue } from "@/lib/queue/work-queue";

/** Makes creations from the queue on this machine until `signal` aborts. Throws a `ToolError` when it cannot. */
export async function runGenerationWorker(concurrency: number, signal: AbortSignal): Promise<void> {
  const tools = await prepareTools(toolSettings());
  logger.info(
    { blender: tools.blenderVersion, sandbox: tools.blender.level, concurrency },
    "making creations from the queue",
  );
  try {
    const slots = createBakeSlots(Math.min(concurrency, availableParallelism()));
    const maker = createMaker({ tools, slots }, db);
    const databaseUrl = requireEnv("DATABASE_URL");
    await workQueue({ databaseUrl, pool, db, maker, concurrency, signal });
  } finally {
    await tools.close();
  }
}
