import { describe, expect, test } from "vitest";
import { seccompProgram } from "@/lib/generation/seccomp";
import { ToolError } from "@/lib/generation/tool-error";

const ALLOW = 0x7fff0000;
const KILL = 0x80000000;
const EPERM = 0x00050001;
const ENOSYS = 0x00050026;
const EAFNOSUPPORT = 0x00050061;

const X64 = 0xc000003e;
const ARM64 = 0xc00000b7;

/** Runs a classic-BPF program over one struct seccomp_data, as the kernel does. */
function run(program: Buffer, call: { arch: number; nr: number; args?: number[] }): number {
  const data = Buffer.alloc(64);
  data.writeUInt32LE(call.nr >>> 0, 0);
  data.writeUInt32LE(call.arch, 4);
  for (const [n, value] of (call.args ?? []).entries()) data.writeUInt32LE(value >>> 0, 16 + n * 8);
  let accumulator = 0;
  for (let at = 0; at < program.length / 8; at++) {
    const code = program.readUInt16LE(at * 8);
    const [jt, jf] = [program.readUInt8(at * 8 + 2), program.readUInt8(at * 8 + 3)];
    const k = program.readUInt32LE(at * 8 + 4);
    if (code === 0x06) return k;
    if (code === 0x20) accumulator = data.readUInt32LE(k);
    else if (code === 0x15) at += accumulator === k ? jt : jf;
    else if (code === 0x35) at += accumulator >= k ? jt : jf;
    else if (code === 0x45) at += (accumulator & k) !== 0 ? jt : jf;
    else throw new Error(`unknown instruction ${code}`);
  }
  throw new Error("ran off the end");
}

describe.each([
  {
    ...{ name: "x64", arch: X64, other: ARM64 },
    calls: { read: 0, execve: 59, socket: 41, clone: 56, clone3: 435, ptrace: 101, ioctl: 16 },
  },
  {
    ...{ name: "arm64", arch: ARM64, other: X64 },
    calls: { read: 63, execve: 221, socket: 198, clone: 220, clone3: 435, ptrace: 117, ioctl: 29 },
  },
])("$name", ({ name, arch, other, calls }) => {
  const program = seccompProgram(name);
  const answer = (nr: number, ...args: number[]) => run(program, { arch, nr, args });

  test("lets Blender start and work", () => {
    expect(answer(calls.read)).toBe(ALLOW);
    expect(answer(calls.execve)).toBe(ALLOW);
  });

  test("knows no network and no tracing", () => {
    expect(answer(calls.socket)).toBe(EAFNOSUPPORT);
    expect(answer(calls.ptrace)).toBe(EPERM);
  });

  test("makes threads but no processes", () => {
    expect(answer(calls.clone, 0x00010000 | 0x100)).toBe(ALLOW);
    expect(answer(calls.clone, 17)).toBe(EPERM);
    expect(answer(calls.clone3)).toBe(ENOSYS);
  });

  test("types nothing into a terminal", () => {
    expect(answer(calls.ioctl, 0, 0x5412)).toBe(EPERM);
    expect(answer(calls.ioctl, 0, 0x541c)).toBe(EPERM);
    expect(answer(calls.ioctl, 0, 0x5401)).toBe(ALLOW);
  });

  test("kills a call of another architecture", () => {
    expect(run(program, { arch: other, nr: calls.read })).toBe(KILL);
  });
});

test("kills calls of the 32-bit-pointer ABI, whose numbers the table does not know", () => {
  expect(run(seccompProgram("x64"), { arch: X64, nr: 0x40000000 + 41 })).toBe(KILL);
});

test("without namespaces, no other process is in reach, and the parent's death stays fatal", () => {
  const program = seccompProgram("x64", { namespaces: false });
  const answer = (nr: number, ...args: number[]) => run(program, { arch: X64, nr, args });
  const [kill, chmod, prctl, prlimit64] = [62, 90, 157, 302];
  expect([answer(kill, 1), answer(chmod)]).toEqual([EPERM, EPERM]);
  expect([answer(prctl, 1), answer(prctl, 15)]).toEqual([EPERM, ALLOW]);
  expect([answer(prlimit64, 4711), answer(prlimit64, 0)]).toEqual([EPERM, ALLOW]);
  expect([answer(0), answer(41)]).toEqual([ALLOW, EAFNOSUPPORT]);
  expect(run(seccompProgram("x64"), { arch: X64, nr: kill })).toBe(ALLOW);
});

test("denies fork and vfork where they exist", () => {
  for (const nr of [57, 58]) expect(run(seccompProgram("x64"), { arch: X64, nr })).toBe(EPERM);
});

test("refuses architectures without a table", () => {
  expect(() => seccompProgram("riscv64")).toThrow(ToolError);
});
