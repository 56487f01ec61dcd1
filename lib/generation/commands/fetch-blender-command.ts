import "server-only";
import { join, resolve } from "node:path";
import { env } from "@/lib/env";
import { fetchBlender } from "@/lib/generation/blender-rootfs";
import type { FetchArguments } from "@/lib/generation/commands/generate-arguments";
import type { CommandContext } from "@/lib/generation/commands/generation-command";

/** `npm run generate -- blender fetch`. Returns the exit code. */
export async function fetchBlenderCommand(
  { suite, directory, mirror }: FetchArguments,
  { print, stop }: CommandContext,
): Promise<number> {
  const folder = resolve(directory ?? join(env.DATA_DIR, "blender", suite));
  const options = { directory: folder, suite, mirror, signal: stop, log: print };
  const { blenderVersion } = await fetchBlender(options);
  print(`Blender ${blenderVersion} is in ${folder}. Use it with:\n  BLENDER_ROOTFS=${folder}`);
  return 0;
}
