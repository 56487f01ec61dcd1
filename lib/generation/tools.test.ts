import { expect, test } from "vitest";
import { ToolError } from "@/lib/generation/tool-error";
import { findBlender, prepareTools } from "@/lib/generation/tools";

test("a missing Blender or Chromium is one line with the command that installs it", async () => {
  const blender = findBlender({ blenderBin: "/usr/bin/no-blender" });
  await expect(blender).rejects.toThrow(ToolError);
  await expect(blender).rejects.toThrow(
    /^Blender \(\/usr\/bin\/no-blender\) is missing\. Install it with: apt-get install .* blender python3-numpy$/,
  );
  await expect(prepareTools({ chromiumPath: "/usr/bin/no-chromium" })).rejects.toThrow(
    /^Chromium \(.*\) is missing\. Install it with: apt-get install .* chromium$/,
  );
});

test("a program that is no Blender does not count against a script", {
  timeout: 60_000,
}, async () => {
  const tools = prepareTools({ blenderBin: "/usr/bin/true" });
  await expect(tools).rejects.toThrow(/^Blender did not start in the sandbox/);
});
