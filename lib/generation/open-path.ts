import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { ToolError } from "@/lib/generation/tool-error";

/**
 * Root's scripts run as another user, who must be able to get to what they run: throws a ToolError
 * that names the first folder on the way, from `path` upwards, that others may not enter.
 */
export async function requireOpenPath(path: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    const { mode } = await stat(folder);
    if ((mode & 0o1) === 0)
      throw new ToolError(
        `Scripts run as another user, who cannot enter ${folder}. Keep Blender elsewhere (under /opt, say), or: chmod o+x ${folder}`,
      );
  }
}
