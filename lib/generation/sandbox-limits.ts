/** How hostile code is held. `none` is an explicit choice of the operator and is written into provenance. */
export const SANDBOX_LEVELS = ["bwrap", "none"] as const;
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
  /** The only writable places, both in memory. */
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
