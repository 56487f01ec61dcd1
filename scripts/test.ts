import { parseArgs } from "node:util";
import { ensureBuild } from "@/lib/launch/build";
import { ensureSystemPackages } from "@/lib/launch/system-packages";
import { type Counts, runCheck, runPlaywright, runVitest } from "@/lib/launch/test-run";

const { values } = parseArgs({ options: { long: { type: "boolean", default: false } } });

const total: Counts = { passed: 0, failed: 0 };
async function phase(name: string, work: () => Promise<Counts>): Promise<void> {
  console.log(`\n— ${name}`);
  const begun = performance.now();
  const { passed, failed } = await work();
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`— ${name}: ${failed === 0 ? "ok" : `${failed} failed`} (${seconds} s)`);
}

try {
  const installed = ensureSystemPackages();
  if (installed.length > 0) console.log(`Installed: ${installed.join(", ")}`);
  if (values.long) {
    // One file after the other: some measure how long a thing takes.
    await phase("Simulations and soaks", () => runVitest(["long"], ["--maxWorkers=1"]));
    await phase("Battles in a row", () => runPlaywright(["long"]));
    await phase("Every theme and size", () => runPlaywright(["themes"]));
  } else {
    await phase("Lint", () => runCheck(["node_modules/@biomejs/biome/bin/biome", "check", "."]));
    await phase("Route types", () => runCheck(["node_modules/next/dist/bin/next", "typegen"]));
    await phase("Types", () => runCheck(["node_modules/typescript/bin/tsc", "--noEmit"]));
    await phase("Unit and database", () => runVitest(["unit", "db"]));
    await phase("Build", async () => {
      await ensureBuild(process.cwd(), new AbortController().signal);
      return { passed: 0, failed: 0 };
    });
    await phase("End to end", () => runPlaywright(["desktop", "phone"]));
  }
} catch (error) {
  total.failed += 1;
  console.error("✗", error instanceof Error ? error.message : error);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
