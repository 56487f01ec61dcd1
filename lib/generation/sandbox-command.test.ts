import { expect, test } from "vitest";
import { sandboxCommand } from "@/lib/generation/sandbox-command";
import { SANDBOX_LIMITS } from "@/lib/generation/sandbox-limits";

const command = (fields: object = {}) =>
  sandboxCommand({
    program: { rootfs: "", bin: "/usr/bin/blender" },
    args: ["-b"],
    env: { HOME: "/tmp" },
    limits: SANDBOX_LIMITS,
    slot: 2,
    files: new Map([["script.py", 6]]),
    seccompFd: 5,
    asRoot: true,
    ...fields,
  });

test("each slot has a user of its own, outside and inside", () => {
  const { file, args } = command();
  expect(file).toBe("setpriv");
  expect(args).toContain("--reuid=64003");
  expect(args.join(" ")).toContain("--uid 64003 --gid 64003");
});

test("a normal user needs no setpriv", () => {
  expect(command({ asRoot: false }).file).toBe("bwrap");
});

test("the program ends the line, behind the limits", () => {
  const { args } = command();
  expect(args.slice(args.indexOf("--") + 1, args.indexOf("--") + 2)).toEqual(["prlimit"]);
  expect(args.slice(-2)).toEqual(["/usr/bin/blender", "-b"]);
});

test("nothing of the host is bound writable", () => {
  const { args } = command();
  expect(args).not.toContain("--bind");
  expect(args).not.toContain("--dev-bind");
  expect(args.lastIndexOf("--remount-ro")).toBeGreaterThan(args.lastIndexOf("--ro-bind-data"));
});

test("another system's Blender brings its own /usr", () => {
  const { args } = command({ program: { rootfs: "/srv/sid", bin: "/usr/bin/blender" } });
  expect(args.join(" ")).toContain("--ro-bind /srv/sid/usr /usr");
});

test("an unpacked tarball is bound beside the host's /usr", () => {
  const { args } = command({ program: { rootfs: "", bin: "/home/me/blender-5.0/blender" } });
  expect(args.join(" ")).toContain("--ro-bind /home/me/blender-5.0 /opt/program");
  expect(args).toContain("/opt/program/blender");
});
