import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { dev: { type: "boolean", default: false } } });
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => stopping.abort());

try {
  // Imported here, so that a bad setting is told in one line like every other failure.
  const { start } = await import("@/lib/launch/start");
  const begun = performance.now();
  const { url, stop } = await start({
    isDevelopment: values.dev,
    report: (step, seconds) => console.log(`✓ ${step.padEnd(40)} ${seconds.toFixed(2)} s`),
    signal: stopping.signal,
  });
  console.log(`\nPolyduel is at ${url} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  console.log("Ctrl-C stops it.");
  if (!stopping.signal.aborted)
    await new Promise((resolve) => stopping.signal.addEventListener("abort", resolve));
  console.log("\nStopping …");
  await stop();
  process.exit(0);
} catch (error) {
  if (stopping.signal.aborted) process.exit(130);
  const isExplained =
    error instanceof Error && ["LaunchError", "SettingError"].includes(error.name);
  console.error("✗", isExplained ? error.message : error);
  process.exit(1);
}
