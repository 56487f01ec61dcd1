import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { childEnvironment } from "@/lib/env";
import { type BlenderTools, blenderEnvironment, runBlender } from "@/lib/generation/blender";
import { ToolError } from "@/lib/generation/tool-error";

const SCRIPT = fileURLToPath(new URL("../../blender/self_test.py", import.meta.url));
const VERDICT = z.object({ breaches: z.array(z.string()), numpy: z.boolean() });

/** Environment that a script is meant to have: ours, and the folder that bwrap notes. */
const EXPECTED_ENVIRONMENT = [...Object.keys(blenderEnvironment("")), "PWD"];

/**
 * Proves the sandbox before anything is trusted to it: a hostile script runs in it exactly as jobs do,
 * and must fail to read a planted file, reach a planted socket, fork, write outside and more.
 * Returns the version of the Blender that ran. Throws a ToolError that says what got through.
 */
export async function testSandbox(tools: BlenderTools): Promise<{ blenderVersion: string }> {
  const { breaches, numpy, blenderVersion } = await attackSandbox(tools);
  if (tools.level !== "none" && breaches.length > 0) throw notHolding(breaches);
  if (!numpy) throw numpyMissing(tools.program.rootfs);
  return { blenderVersion };
}

/** What a hostile script gets away with, and what the Blender that ran it is. */
export async function attackSandbox(
  tools: BlenderTools,
): Promise<{ breaches: string[]; numpy: boolean; blenderVersion: string }> {
  const folder = await mkdtemp(join(tmpdir(), "polyduel-self-test-"));
  const servers: Server[] = [];
  let visits = 0;
  try {
    const targets = { file: join(folder, "planted"), socket: join(folder, "socket"), port: 0 };
    // Readable by all: what keeps the script out must be the sandbox, not the file's mode.
    await chmod(folder, 0o755);
    await writeFile(targets.file, "secret", { mode: 0o644 });
    for (const at of [targets.socket, 0]) {
      const server = createServer((socket) => {
        visits++;
        socket.destroy();
      });
      servers.push(server);
      targets.port = await listen(server, at);
    }
    await chmod(targets.socket, 0o777);
    const planted = JSON.stringify({
      ...targets,
      process: process.pid,
      environment: EXPECTED_ENVIRONMENT,
      hostEnvironment: Object.keys(childEnvironment({})),
    });
    const script = `TARGETS = ${planted}\n${await readFile(SCRIPT, "utf8")}`;
    const run = await runBlender({ script, slot: 0 }, tools);
    const { breaches, numpy } = readVerdict(run.printed);
    const reached = visits > 0 ? ["reach a server on the host"] : [];
    return { breaches: [...breaches, ...reached], numpy, blenderVersion: run.blenderVersion };
  } finally {
    for (const server of servers) server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function listen(server: Server, at: string | number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    const done = () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    };
    if (typeof at === "string") server.listen(at, done);
    else server.listen(at, "127.0.0.1", done);
  });
}

function readVerdict(printed: string): z.infer<typeof VERDICT> {
  const line = printed.split("\n").findLast((one) => one.startsWith("SELF-TEST "));
  if (!line)
    throw new ToolError(`The sandbox's self-test did not finish: ${printed.trim().slice(-1000)}`);
  return VERDICT.parse(JSON.parse(line.slice("SELF-TEST ".length)));
}

function notHolding(breaches: readonly string[]): ToolError {
  return new ToolError(
    `The sandbox does not hold: a script could ${breaches.join(", ")}. Nothing was run. ` +
      "SANDBOX=none runs scripts without a sandbox: only ever with scripts that you trust.",
  );
}

function numpyMissing(rootfs: string): ToolError {
  const where = rootfs ? `chroot ${rootfs} ` : "";
  return new ToolError(
    "Blender's Python has no numpy, which the glTF exporter needs. Install it with: " +
      `${where}apt-get install -y --no-install-recommends python3-numpy`,
  );
}
