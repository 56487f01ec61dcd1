import {
  DENIED_CALLS,
  DENIED_WITHOUT_NAMESPACES,
  type Denial,
  JUDGED_CALLS,
} from "@/lib/generation/seccomp-denials";
import { ToolError } from "@/lib/generation/tool-error";

/** Architectures for which there is a table of system calls. */
export type SeccompArchitecture = "x64" | "arm64";

const AUDIT_ARCH = { x64: 0xc000003e, arm64: 0xc00000b7 } as const;
/** Calls of the 32-bit-pointer ABI carry this bit, and would slip past a table of x86_64 numbers. */
const X32_BIT = 0x40000000;

const ERRNO = { EPERM: 1, ENOSYS: 38, EAFNOSUPPORT: 97 } as const;
const CLONE_THREAD = 0x00010000;
/** ioctls that push characters into the controlling terminal. */
const TERMINAL_INJECTION = [0x5412, 0x541c];
const PR_SET_PDEATHSIG = 1;

/** Offsets in the kernel's struct seccomp_data; arguments are 64-bit, low word first. */
const NUMBER_AT = 0;
const ARCHITECTURE_AT = 4;
const ARGUMENT_0_AT = 16;
const ARGUMENT_1_AT = 24;

const RETURN_KILL = 0x80000000;
const RETURN_ERRNO = 0x00050000;
const RETURN_ALLOW = 0x7fff0000;

/** One classic-BPF instruction: struct sock_filter. */
type Instruction = { code: number; jt: number; jf: number; k: number };

const load = (at: number): Instruction => ({ code: 0x20, jt: 0, jf: 0, k: at });
const giveBack = (value: number): Instruction => ({ code: 0x06, jt: 0, jf: 0, k: value });
const jumpEqual = (k: number, jt: number, jf: number): Instruction => ({ code: 0x15, jt, jf, k });
const jumpAtLeast = (k: number, jt: number, jf: number): Instruction => ({ code: 0x35, jt, jf, k });
const jumpBits = (k: number, jt: number, jf: number): Instruction => ({ code: 0x45, jt, jf, k });
const deny = (errno: keyof typeof ERRNO) => giveBack(RETURN_ERRNO | ERRNO[errno]);

/**
 * The seccomp filter of the sandbox as the bytes that `bwrap --seccomp` reads: no processes, no
 * sockets, no kernel surface beyond what Blender needs; threads stay. Without namespaces around it, it
 * also denies what reaches other processes. Throws a ToolError on an architecture without a table.
 */
export function seccompProgram(
  architecture: string = process.arch,
  { namespaces = true }: { namespaces?: boolean } = {},
): Buffer {
  if (architecture !== "x64" && architecture !== "arm64")
    throw new ToolError(
      `The sandbox has no system call table for ${architecture}; it runs on x64 and arm64.`,
    );
  return assemble([
    load(ARCHITECTURE_AT),
    jumpEqual(AUDIT_ARCH[architecture], 1, 0),
    giveBack(RETURN_KILL),
    load(NUMBER_AT),
    ...(architecture === "x64" ? [jumpAtLeast(X32_BIT, 0, 1), giveBack(RETURN_KILL)] : []),
    ...DENIED_CALLS.flatMap((call) => denyCall(call, architecture)),
    ...allowOnlyThreads(architecture),
    ...denyTerminalInjection(architecture),
    ...(namespaces ? [] : denyReachingOut(architecture)),
    giveBack(RETURN_ALLOW),
  ]);
}

function denyCall(call: Denial, architecture: SeccompArchitecture): Instruction[] {
  const number = call[architecture];
  return number === null ? [] : [jumpEqual(number, 0, 1), deny(call.errno)];
}

/** clone with CLONE_THREAD makes a thread; without it, a process. Both ends return, so no reload. */
function allowOnlyThreads(architecture: SeccompArchitecture): Instruction[] {
  return [
    jumpEqual(JUDGED_CALLS.clone[architecture], 0, 4),
    load(ARGUMENT_0_AT),
    jumpBits(CLONE_THREAD, 0, 1),
    giveBack(RETURN_ALLOW),
    deny("EPERM"),
  ];
}

/** To outlive the parent, and to set limits of other processes: 0 stands for the caller itself. */
function denyReachingOut(architecture: SeccompArchitecture): Instruction[] {
  return [
    ...DENIED_WITHOUT_NAMESPACES.flatMap((call) => denyCall(call, architecture)),
    jumpEqual(JUDGED_CALLS.prctl[architecture], 0, 4),
    load(ARGUMENT_0_AT),
    jumpEqual(PR_SET_PDEATHSIG, 0, 1),
    deny("EPERM"),
    giveBack(RETURN_ALLOW),
    jumpEqual(JUDGED_CALLS.prlimit64[architecture], 0, 4),
    load(ARGUMENT_0_AT),
    jumpEqual(0, 1, 0),
    deny("EPERM"),
    giveBack(RETURN_ALLOW),
  ];
}

function denyTerminalInjection(architecture: SeccompArchitecture): Instruction[] {
  const checks = TERMINAL_INJECTION.flatMap((request) => [jumpEqual(request, 0, 1), deny("EPERM")]);
  return [
    jumpEqual(JUDGED_CALLS.ioctl[architecture], 0, checks.length + 2),
    load(ARGUMENT_1_AT),
    ...checks,
    giveBack(RETURN_ALLOW),
  ];
}

function assemble(program: Instruction[]): Buffer {
  const bytes = Buffer.alloc(program.length * 8);
  program.forEach(({ code, jt, jf, k }, index) => {
    bytes.writeUInt16LE(code, index * 8);
    bytes.writeUInt8(jt, index * 8 + 2);
    bytes.writeUInt8(jf, index * 8 + 3);
    bytes.writeUInt32LE(k >>> 0, index * 8 + 4);
  });
  return bytes;
}
