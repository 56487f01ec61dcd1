import { type ChildProcess, spawn } from "node:child_process";
import { Readable, Writable } from "node:stream";

/** What is read from one descriptor of the child. Going over `maxBytes` kills it. */
export type BoundedOutput = {
  maxBytes: number;
  /** Of long outputs that only explain (stdout), the last `keepBytes` are enough. */
  keepBytes?: number;
  /** Called with each piece as it arrives; may return a new wall clock in ms, counted from now. */
  onData?: (piece: Buffer) => number | undefined;
};

export type BoundedOptions = {
  file: string;
  args: readonly string[];
  env: Record<string, string>;
  cwd?: string;
  /** Bytes that the child reads, by descriptor (0, or 3 and above). */
  inputs?: ReadonlyMap<number, Uint8Array>;
  /** By descriptor (1 and above); 1 and 2 are thrown away unless named. */
  outputs: ReadonlyMap<number, BoundedOutput>;
  timeoutMs: number;
  /** Looked at again and again while the child runs; true kills it. */
  watch?: { everyMs: number; isOvergrown: (pid: number) => Promise<boolean> };
  signal?: AbortSignal;
};

/** Why the child is no more. */
export type BoundedEnding =
  | { kind: "exit"; code: number | null; signal: NodeJS.Signals | null }
  | { kind: "timeout" }
  | { kind: "overflow"; fd: number }
  | { kind: "overgrown" }
  | { kind: "unstarted"; cause: Error };

export type BoundedResult = {
  ending: BoundedEnding;
  /** What was kept of each output, by descriptor. */
  outputs: ReadonlyMap<number, Buffer>;
  seconds: number;
};

/**
 * Runs a program without a shell, in a process group of its own, with every output capped and a wall
 * clock; the whole group is killed when one is exceeded. Throws only the signal's reason when aborted.
 */
export async function runBounded(options: BoundedOptions): Promise<BoundedResult> {
  options.signal?.throwIfAborted();
  const started = performance.now();
  const child = spawn(options.file, [...options.args], {
    // Next declares NODE_ENV as always there; a child of ours has only what it is given.
    env: options.env as NodeJS.ProcessEnv,
    cwd: options.cwd,
    stdio: stdioOf(options),
    shell: false,
    detached: true,
  });
  const ending = await supervise(child, options);
  options.signal?.throwIfAborted();
  return { ...ending, seconds: (performance.now() - started) / 1000 };
}

function supervise(
  child: ChildProcess,
  options: BoundedOptions,
): Promise<{ ending: BoundedEnding; outputs: Map<number, Buffer> }> {
  return new Promise((resolve) => {
    const pieces = new Map<number, Buffer[]>();
    let verdict: BoundedEnding | undefined;
    const stop = (reason: BoundedEnding) => {
      verdict ??= reason;
      killGroup(child);
    };
    let clock = setTimeout(() => stop({ kind: "timeout" }), options.timeoutMs);
    const restartClock = (ms: number) => {
      clearTimeout(clock);
      clock = setTimeout(() => stop({ kind: "timeout" }), ms);
    };
    const stopWatching = watchOver(child, options, () => stop({ kind: "overgrown" }));
    const abort = () => killGroup(child);
    options.signal?.addEventListener("abort", abort);

    for (const [fd, bytes] of options.inputs ?? []) feed(child.stdio[fd], bytes);
    for (const [fd, output] of options.outputs) {
      const kept: Buffer[] = [];
      pieces.set(fd, kept);
      collect(child.stdio[fd], output, kept, {
        overflow: () => stop({ kind: "overflow", fd }),
        restartClock,
      });
    }

    const finish = (ending: BoundedEnding) => {
      clearTimeout(clock);
      stopWatching();
      options.signal?.removeEventListener("abort", abort);
      const outputs = new Map([...pieces].map(([fd, kept]) => [fd, Buffer.concat(kept)]));
      resolve({ ending: verdict ?? ending, outputs });
    };
    child.once("error", (cause) => finish({ kind: "unstarted", cause }));
    // A grandchild may hold the pipes open: once the child itself is gone, its group goes too.
    child.once("exit", () => killGroup(child));
    child.once("close", (code, signal) => finish({ kind: "exit", code, signal }));
  });
}

/** Asks the watch, one question at a time, until it says so or is told to stop. */
function watchOver(
  { pid }: ChildProcess,
  { watch }: BoundedOptions,
  onOvergrown: () => void,
): () => void {
  if (!watch || pid === undefined) return () => {};
  const { everyMs, isOvergrown } = watch;
  let isOver = false;
  let pause: NodeJS.Timeout;
  const look = async () => {
    const isTooMuch = await isOvergrown(pid).catch(() => false);
    if (isOver) return;
    if (isTooMuch) onOvergrown();
    else pause = setTimeout(look, everyMs);
  };
  pause = setTimeout(look, everyMs);
  return () => {
    isOver = true;
    clearTimeout(pause);
  };
}

function collect(
  stream: unknown,
  output: BoundedOutput,
  kept: Buffer[],
  on: { overflow: () => void; restartClock: (ms: number) => void },
): void {
  if (!(stream instanceof Readable)) return;
  let total = 0;
  let held = 0;
  stream.on("error", () => {});
  stream.on("data", (piece: Buffer) => {
    total += piece.length;
    if (total > output.maxBytes) {
      stream.destroy();
      on.overflow();
      return;
    }
    const milliseconds = output.onData?.(piece);
    if (milliseconds !== undefined) on.restartClock(milliseconds);
    kept.push(piece);
    held += piece.length;
    const first = kept[0];
    if (output.keepBytes !== undefined && first && held - first.length >= output.keepBytes) {
      kept.shift();
      held -= first.length;
    }
  });
}

/** The child may end before it has read everything; that is its ending's business, not an error. */
function feed(stream: unknown, bytes: Uint8Array): void {
  if (!(stream instanceof Writable)) return;
  stream.on("error", () => {});
  stream.end(bytes);
}

function stdioOf(options: BoundedOptions): ("ignore" | "pipe")[] {
  const used = [...(options.inputs?.keys() ?? []), ...options.outputs.keys()];
  const last = Math.max(2, ...used);
  return Array.from({ length: last + 1 }, (_, fd) => (used.includes(fd) ? "pipe" : "ignore"));
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}
