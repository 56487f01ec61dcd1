import { requireEnv } from "@/lib/env";
import { runWorker } from "@/lib/worker";

requireEnv("DATABASE_URL");
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop.abort());
// Started by `npm start`: its death, even by kill -9, closes the channel.
process.on("disconnect", () => stop.abort());

await runWorker(stop.signal);
process.exit(0);
