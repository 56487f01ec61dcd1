/**
 * How hostile code is held: in namespaces with nothing of the host; without them, by Landlock and a
 * stricter seccomp filter; or not at all. All but the first are the operator's explicit choice, and
 * the level is written into provenance.
 */
export const SANDBOX_LEVELS = ["bwrap", "landlock", "none"] as const;
export type SandboxLevel = (typeof SANDBOX_LEVELS)[number];

const MEBIBYTE = 1024 * 1024;

/** Hard caps of one run, enforced by the kernel. */
export type SandboxLimits = {
  /** RLIMIT_AS: Blender 3.4 needs 1 GiB, the paper's heaviest scripts about 3. */
  addressSpaceBytes: number;
  /** RLIMIT_CPU, over all threads. */
  cpuSeconds: number;
  /** RLIMIT_NPROC: threads, since processes are forbidden. */
  threads: number;
  /** RLIMIT_FSIZE, one file. */
  fileBytes: number;
  /** The only writable places, both in memory; at level landlock only the first is there. */
  scratchBytes: number;
  sharedMemoryBytes: number;
};

export const SANDBOX_LIMITS: SandboxLimits = {
  addressSpaceBytes: 6144 * MEBIBYTE,
  cpuSeconds: 900,
  threads: 128,
  fileBytes: 256 * MEBIBYTE,
  scratchBytes: 256 * MEBIBYTE,
  sharedMemoryBytes: 16 * MEBIBYTE,
};
