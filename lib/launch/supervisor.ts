import "server-only";
import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { childEnvironment } from "@/lib/env";
import { logger } from "@/lib/logger";

const RESTART_DELAY_MS = 1_000;
const STOP_TIMEOUT_MS = 8_000;

/** Loaded into every child: it ends itself when the channel to us closes, so even kill -9 of us leaves nothing behind. */
const END_WITH_PARENT = new URL("./end-with-parent.mjs", import.meta.url).href;

export type Program = { name: string; args: string[]; env: Record<string, string> };

export type Supervised = {
  /** Ends the program and waits for it. */
  stop: () => Promise<void>;
};

/** Keeps a Node program running: when it ends unasked, it is started again after a second. */
export function supervise({ name, args, env }: Program): Supervised {
  let isStopping = false;
  let child: ChildProcess;

  const launch = () => {
    child = spawn(process.execPath, ["--import", END_WITH_PARENT, ...args], {
      env: childEnvironment(env),
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    child.once("exit", async (code, signal) => {
      if (isStopping) return;
      await sleep(RESTART_DELAY_MS);
      if (isStopping) return;
      logger.warn({ name, code, signal }, "a process ended unasked and is started again");
      launch();
    });
  };
  launch();

  return {
    stop: async () => {
      isStopping = true;
      const ended = new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) resolve(undefined);
        else child.once("exit", resolve);
      });
      child.kill("SIGTERM");
      const isLate = await Promise.race([
        ended.then(() => false),
        sleep(STOP_TIMEOUT_MS, true, { ref: false }),
      ]);
      if (isLate) child.kill("SIGKILL");
      await ended;
    },
  };
}
