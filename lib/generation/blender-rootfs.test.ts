import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fetchBlender } from "@/lib/generation/blender-rootfs";
import { ToolError } from "@/lib/generation/tool-error";

let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "polyduel-rootfs-"));
});
afterAll(() => rm(parent, { recursive: true }));

const fetch = (name: string, mirror = "http://127.0.0.1:9/debian") =>
  fetchBlender({ directory: join(parent, name), suite: "sid", mirror, log: () => {} });

test("one that is whole is left alone, and says its version", async () => {
  await mkdir(join(parent, "whole", "etc"), { recursive: true });
  await writeFile(join(parent, "whole", "etc", "polyduel-blender"), "5.2.2 LTS\n");
  expect(await fetch("whole")).toEqual({ blenderVersion: "5.2.2 LTS" });
});

/** Making a folder needs root, so what is tested of it depends on who tests. */
const asWhom = process.getuid?.() === 0 ? describeAsRoot : describeAsUser;
describe("fetching", asWhom);

function describeAsUser(): void {
  test("it needs root", async () => {
    await expect(fetch("new")).rejects.toThrow(/needs root/);
  });
}

function describeAsRoot(): void {
  test("what somebody else keeps there is refused", async () => {
    await chmod(parent, 0o755);
    await mkdir(join(parent, "taken"));
    await writeFile(join(parent, "taken", "file"), "");
    await expect(fetch("taken")).rejects.toThrow(/is not empty, and not made by this command/);
  });

  test("a folder that scripts could not enter is refused before anything is fetched", async () => {
    await chmod(parent, 0o700);
    await expect(fetch("closed")).rejects.toThrow(`chmod o+x ${parent}`);
  });

  test("a mirror that does not answer leaves nothing behind", { timeout: 60_000 }, async () => {
    await chmod(parent, 0o755);
    const before = await readdir(parent);
    await expect(fetch("unreachable")).rejects.toThrow(/debootstrap/);
    await expect(fetch("unreachable")).rejects.toThrow(ToolError);
    expect(await readdir(parent)).toEqual(before);
  });
}
