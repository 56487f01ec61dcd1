import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BlenderTools, runBlender } from "@/lib/generation/blender";
import type { BlenderRun } from "@/lib/generation/blender-ending";
import { packGlb } from "@/lib/generation/gate/glb-builder";
import { gateGlb } from "@/lib/generation/glb-gate";
import { findBlender } from "@/lib/generation/tools";

/** Hostile and careless scripts against the real sandbox and a real Blender. */

const MEBIBYTE = 2 ** 20;
const LEVELS = ["bwrap", "landlock"] as const;
type Level = (typeof LEVELS)[number];

let tools: Record<Level, BlenderTools>;
let folder: string;
let server: Server;
let visits = 0;

beforeAll(async () => {
  const at = (sandbox: Level) =>
    findBlender({
      sandbox,
      limits: { addressSpaceBytes: 3072 * MEBIBYTE },
      caps: { scriptMs: 30_000, exportMs: 30_000 },
    });
  tools = { bwrap: await at("bwrap"), landlock: await at("landlock") };
  folder = await mkdtemp(join(tmpdir(), "polyduel-hostile-"));
  await writeFile(join(folder, "secret"), "do not tell");
  server = createServer((socket) => {
    visits++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
}, 30_000);

afterAll(async () => {
  const left = await readdir(tools.landlock.scratchParent);
  expect(left.filter((name) => name.startsWith(`polyduel-job-${process.pid}-`))).toEqual([]);
  server.close();
  await rm(folder, { recursive: true });
});

let slot = 0;
type RunOptions = { level?: Level; caps?: Partial<BlenderTools["caps"]> };
const run = (script: string, { level = "bwrap", caps }: RunOptions = {}) =>
  runBlender(
    { script, slot: slot++ },
    { ...tools[level], caps: { ...tools[level].caps, ...caps } },
  );

const CUBE = "import bpy\nbpy.ops.mesh.primitive_cube_add()\n";

/** Runs lines each of which must fail; the script ends well only if all of them do. */
const attemptsOf = (attempts: string[]) => `import ctypes, os, socket, subprocess, sys, threading
for attempt in ${JSON.stringify(attempts)}:
    try:
        exec(attempt)
    except (OSError, RuntimeError, ValueError) as error:
        print("refused", attempt, error)
    else:
        raise SystemExit("GOT THROUGH: " + attempt)
${CUBE}`;

const messageOf = (result: BlenderRun) => (result.status === "ok" ? "" : result.message);

describe.concurrent.each(LEVELS)("a script that attacks level %s", (level) => {
  const runHere = (script: string, caps: Partial<BlenderTools["caps"]> = {}) =>
    run(script, { level, caps });
  const runAttempts = (attempts: string[]) => runHere(attemptsOf(attempts));

  test("reads nothing of the host", { timeout: 60_000 }, async () => {
    const secret = JSON.stringify(join(folder, "secret"));
    const result = await runAttempts([
      ...[
        `open(${secret})`,
        `open("/proc/1/root" + ${secret})`,
        `open("/proc/self/root" + ${secret})`,
      ],
      ...[
        'open("/etc/passwd")',
        'os.listdir("/home")',
        'os.listdir("/root")',
        'os.listdir("/sys")',
      ],
    ]);
    expect(messageOf(result)).toBe("");
  });

  test("reaches no network, on the host or beyond", { timeout: 60_000 }, async () => {
    const { port } = Object(server.address());
    const result = await runAttempts([
      `socket.create_connection(("127.0.0.1", ${port}), 2)`,
      "socket.socket(socket.AF_UNIX)",
      "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
      "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
    ]);
    expect(messageOf(result)).toBe("");
    expect(visits).toBe(0);
  });

  test("starts no process, and only so many threads", { timeout: 60_000 }, async () => {
    const result = await runAttempts([
      ...["os.fork()", 'subprocess.run(["id"])', 'os.posix_spawn("/usr/bin/id", ["id"], {})'],
      "[threading.Thread(target=threading.Event().wait, daemon=True).start() for _ in range(500)]",
    ]);
    expect(messageOf(result)).toBe("");
  });

  test("writes nowhere but to its scratch folder", { timeout: 60_000 }, async () => {
    const result = await runAttempts([
      ...["/x", "/usr/x", "/etc/x", "/in/x", "/dev/x", "/proc/sys/kernel/hostname"].map(
        (path) => `open("${path}", "w")`,
      ),
      ...['os.remove("/in/script.py")', 'os.symlink("/etc", "/x")', 'os.mkdir("/opt2")'],
      `open(${JSON.stringify(join(folder, "planted"))}, "w")`,
    ]);
    expect(messageOf(result)).toBe("");
    expect(await readdir(folder)).toEqual(["secret"]);
  });

  test("reaches no other process", { timeout: 60_000 }, async () => {
    const result = await runAttempts([
      `os.kill(${process.pid}, 0)`,
      `open("/proc/${process.pid}/environ")`,
      `__import__("resource").prlimit(${process.pid}, 7)`,
    ]);
    expect(messageOf(result)).toBe("");
  });

  test("takes no more memory than its cap", { timeout: 60_000 }, async () => {
    const result = await runHere("blocks = [bytearray(1 << 28) for _ in range(64)]");
    expect(result.status).toBe("exec_error");
    expect(messageOf(result)).toContain("MemoryError");
  });

  test("loops for ever, deaf to signals", { timeout: 60_000 }, async () => {
    const deaf = `import signal
for number in range(1, 32):
    try: signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError): pass
while True: pass`;
    const result = await runHere(deaf, { scriptMs: 4_000 });
    expect(result.status).toBe("timeout");
    expect(messageOf(result)).toBe("The script did not end within 4 s.");
    // Of these only four are its own; a busy machine takes long to start Blender.
    expect(result.seconds).toBeLessThan(40);
  });

  test("floods its output", { timeout: 60_000 }, async () => {
    const result = await runHere("import os\nwhile True: os.write(1, bytes(1 << 20))");
    expect(result.status).toBe("rejected");
    expect(messageOf(result)).toContain("printed more than 10 MiB");
  });

  test("pours gigabytes where the GLB should come", { timeout: 60_000 }, async () => {
    const result = await runHere("import os\nwhile True: os.write(4, bytes(1 << 20))");
    expect(result).toMatchObject({ status: "rejected", message: "The GLB is larger than 64 MiB." });
  });

  test("crashes the interpreter", { timeout: 60_000 }, async () => {
    const result = await runHere("import ctypes\nctypes.string_at(0)");
    expect(result.status).toBe("crashed");
    expect(messageOf(result)).toContain("SIGSEGV");
  });

  test("kills everything that it can see", { timeout: 60_000 }, async () => {
    const result = await runHere("import os\ntry: os.kill(-1, 9)\nfinally: os.abort()");
    expect(result.status).toBe("crashed");
  });

  test("quits without a word", { timeout: 60_000 }, async () => {
    const result = await runHere("import os\nos._exit(0)");
    expect(result.status).toBe("crashed");
    expect(messageOf(result)).toContain("without a report (exit code 0)");
  });

  test("forges a result and a GLB, which the gate then reads", { timeout: 60_000 }, async () => {
    const evil = packGlb({ asset: { version: "2.0" }, images: [{ uri: "file:///etc/passwd" }] });
    const forged = {
      ...{ event: "finished", status: "ok", error: null, renderedNote: null, peakMegabytes: 1 },
      seconds: { script: 0 },
      ["__proto__" as string]: { status: "ok" },
    };
    const result = await runHere(`import base64, os
os.write(3, b'{"event":"started","blender":"9.9.9","python":"9"}\\n')
os.write(4, base64.b64decode("${evil.toString("base64")}"))
os.write(3, b'''${JSON.stringify(forged)}\\n''')
os._exit(0)`);
    if (result.status !== "ok") throw new Error(result.message);
    expect(result.blenderVersion).not.toBe("9.9.9");
    expect(gateGlb(result.glb)).toMatchObject({ ok: false, code: "uri" });
  });
});

test("fills no disk at level bwrap", { timeout: 60_000 }, async () => {
  const fill = (path: string) =>
    `[open("${path}/%d" % n, "wb").write(bytes(1 << 24)) for n in range(100)]`;
  const result = await run(
    attemptsOf([
      ...[fill("/tmp"), fill("/dev/shm")],
      'open("/tmp/sparse", "wb").truncate(1 << 40)',
    ]),
  );
  expect(messageOf(result)).toMatch(/^$|No space left/);
});

describe.concurrent("a script that fills the disk at level landlock", () => {
  const TOO_MUCH = "The script wrote more than 256 MiB of files.";
  test.each([
    ["with files", 'open("%d" % n, "wb").write(bytes(1 << 24))', TOO_MUCH],
    ["with deleted files", "kept.append(hide(n)); kept[-1].write(bytes(1 << 24))", TOO_MUCH],
    ["with one file", 'open("one", "ab").write(bytes(1 << 24))', "File too large"],
    ["with empty files", '[open("%d-%d" % (n, m), "w").close() for m in range(1000)]', TOO_MUCH],
  ])("%s", { timeout: 60_000 }, async (_, line, message) => {
    const script = `import os, signal, tempfile, time
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
os.chdir(os.environ["TMPDIR"])
kept = []
def hide(n):
    file = open("%d" % n, "wb", buffering=0)
    os.remove("%d" % n)
    return file
for n in range(64):
    ${line}
    time.sleep(0.02)
time.sleep(20)`;
    const result = await run(script, { level: "landlock" });
    expect(messageOf(result)).toContain(message);
  });
});

/** Points and an edge, but no face. */
const BARE_MESH = `import bpy
mesh = bpy.data.meshes.new("bare")
mesh.from_pydata([(0, 0, 0), (1, 0, 0)], [(0, 1)], [])
bpy.context.collection.objects.link(bpy.data.objects.new("bare", mesh))`;

const UNPRINTABLE = `class Bad(Exception):
    def __str__(self): raise ValueError
raise Bad()`;

describe.concurrent("a script that fails", () => {
  test.for([
    ["a syntax error", "import bpy\nfor n in range(3)\n    pass", "parse_error", "line 2"],
    ["a NUL byte", "import bpy\u0000", "parse_error", "null bytes"],
    ["an exception", "def f():\n    return 1 / 0\nf()", "exec_error", "return 1 / 0"],
    ["an error that cannot be printed", UNPRINTABLE, "exec_error", "Bad"],
    ["an exit code", "import sys\nsys.exit(3)", "exec_error", "SystemExit: 3"],
    ["no mesh", "import bpy\nbpy.ops.object.empty_add()", "no_mesh", "without a visible mesh"],
    ["only hidden meshes", `${CUBE}bpy.context.object.hide_render = True`, "no_mesh", "visible"],
    ["a mesh without faces", BARE_MESH, "no_mesh", "has faces"],
  ] as const)("%s", { timeout: 60_000 }, async ([, script, status, text]) => {
    const result = await run(script);
    expect(result.status).toBe(status);
    expect(messageOf(result)).toContain(text);
    expect(messageOf(result)).not.toContain("run_job");
  });

  test("too many triangles, counted before they are exported", { timeout: 60_000 }, async () => {
    const result = await run(CUBE, { caps: { triangles: 11 } });
    expect(result).toMatchObject({ status: "rejected" });
    expect(messageOf(result)).toBe("The object has more than 11 triangles.");
  });
});

const SUBDIVIDED = `bpy.ops.object.mode_set(mode="EDIT")\nbpy.ops.mesh.subdivide()`;
const SMOOTHED = `bpy.context.object.modifiers.new("smooth", "SUBSURF").levels = 2`;

describe.concurrent("a script that works", () => {
  const trianglesOf = async (script: string) => {
    const result = await run(script);
    if (result.status !== "ok") throw new Error(result.message);
    const verdict = gateGlb(result.glb);
    return verdict.ok ? verdict.triangles : verdict.message;
  };

  test.for([
    ["leaves the factory's cube behind", CUBE, 12],
    ["ends with a clean exit", `${CUBE}import sys\nsys.exit()`, 12],
    ["stops in edit mode", `${CUBE}${SUBDIVIDED}`, 48],
    ["uses modifiers", `${CUBE}${SMOOTHED}`, 192],
    ["cuts with a hidden object", `${CUBE}bpy.context.object.hide_render = True\n${CUBE}`, 12],
    [
      "runs as __main__",
      `import bpy\nif __name__ == "__main__": bpy.ops.mesh.primitive_cube_add()`,
      12,
    ],
    ["expects a world", `${CUBE}assert bpy.context.scene.world is not None`, 12],
  ] as const)("%s", { timeout: 60_000 }, async ([, script, triangles]) => {
    expect(await trianglesOf(script)).toBe(triangles);
  });
});
