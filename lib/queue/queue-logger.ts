import { Logger } from "graphile-worker";
import { logger } from "@/lib/logger";

const LEVELS = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;

/** The queue's own messages, one step quieter: each job of ours is logged where it is made. */
export const queueLogger = new Logger((scope) => (level, message) => {
  logger[LEVELS[level]]({ job: scope.jobId }, `queue: ${message}`);
});
