import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { testSandbox } from "@/lib/generation/sandbox-self-test";
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

test("without a sandbox nothing runs beside a provider's key", async () => {
  vi.stubEnv("ANTHROPIC_API_KEY", "not a real one");
  try {
    const tools = findBlender({ sandbox: "none" });
    await expect(tools).rejects.toThrow(ToolError);
    await expect(tools).rejects.toThrow(/^SANDBOX=none refuses to run beside ANTHROPIC_API_KEY/);
    expect((await findBlender({ sandbox: "landlock" })).level).toBe("landlock");
  } finally {
    vi.unstubAllEnvs();
  }
});

test("without a sandbox another system's Blender cannot run", async () => {
  await expect(findBlender({ sandbox: "none", blenderRootfs: "/" })).rejects.toThrow(
    /^BLENDER_ROOTFS needs a sandbox/,
  );
});

/** Debian's Blender, moved to a folder of its own as an unpacked tarball has it. */
async function unpackBlender(folder: string): Promise<string> {
  await mkdir(folder, { mode: 0o755 });
  await cp("/usr/bin/blender", join(folder, "blender"));
  await writeFile(join(folder, "mark"), "beside the binary, as a tarball's libraries are");
  return join(folder, "blender");
}

test.each(["bwrap", "landlock"] as const)(
  "an unpacked tarball's Blender runs at level %s, and only where others may enter",
  { timeout: 60_000 },
  async (sandbox) => {
    const folder = await mkdtemp(join(tmpdir(), "polyduel-tarball-"));
    try {
      const blenderBin = await unpackBlender(join(folder, "blender-5.0"));
      const asRoot = process.getuid?.() === 0;
      const shut = findBlender({ blenderBin, sandbox });
      if (asRoot) await expect(shut).rejects.toThrow(`chmod o+x ${folder}`);
      await chmod(folder, 0o755);
      const { blenderVersion } = await testSandbox(await findBlender({ blenderBin, sandbox }));
      expect(blenderVersion).toMatch(/^\d+\.\d+/);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);
