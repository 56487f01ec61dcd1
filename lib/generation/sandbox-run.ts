import type { BoundedOutput } from "@/lib/generation/bounded-process";
import type { SandboxProgram } from "@/lib/generation/sandbox-command";
import type { SandboxLevel, SandboxLimits } from "@/lib/generation/sandbox-limits";

/** Where the sandbox's own programs are looked for. */
export const SEARCH_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** All that the program's parents see of our environment: bwrap's own is readable in /proc/1/environ. */
export const OUTER_ENVIRONMENT = { PATH: SEARCH_PATH };

export type SandboxRun = {
  program: SandboxProgram;
  level: SandboxLevel;
  limits: SandboxLimits;
  slot: number;
  /** Where level "landlock" makes the folder to write to: the other levels have their own. */
  scratchParent: string;
  /** Made from the paths that hold inside, which differ from level to level. */
  args: (inside: { inputs: string; scratch: string }) => string[];
  env: (inside: { scratch: string }) => Record<string, string>;
  /** Files to read, by name. At level "bwrap" they come over pipes: nothing is written on the host. */
  files: ReadonlyMap<string, Uint8Array>;
  /** By descriptor, as the program sees it. */
  outputs: ReadonlyMap<number, BoundedOutput>;
  timeoutMs: number;
  signal?: AbortSignal;
};
