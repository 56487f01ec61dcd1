import { expect, test } from "vitest";
import { type BoundedOptions, runBounded } from "@/lib/generation/bounded-process";

const shell = (script: string, options: Partial<BoundedOptions> = {}) =>
  runBounded({
    file: "/bin/sh",
    args: ["-c", script],
    env: { PATH: "/usr/bin:/bin" },
    outputs: new Map([[1, { maxBytes: 1000 }]]),
    timeoutMs: 5_000,
    ...options,
  });

test("gives back what the program wrote and how it ended", async () => {
  const { ending, outputs } = await shell("echo hello; exit 3");
  expect(ending).toEqual({ kind: "exit", code: 3, signal: null });
  expect(outputs.get(1)?.toString()).toBe("hello\n");
});

test("feeds and reads any descriptor", async () => {
  const { outputs } = await shell("cat <&4 >&3", {
    inputs: new Map([[4, Buffer.from("bytes")]]),
    outputs: new Map([[3, { maxBytes: 10 }]]),
  });
  expect(outputs.get(3)?.toString()).toBe("bytes");
});

test("has no environment but what it was given", async () => {
  const { outputs } = await shell("env", { env: { ONLY: "this" } });
  const names = outputs.get(1)?.toString().split("\n") ?? [];
  expect(names.filter((line) => line && !/^(?:ONLY|PWD|OLDPWD|SHLVL|_)=/.test(line))).toEqual([]);
});

test("kills what takes too long, with everything that it started", async () => {
  const { ending, seconds } = await shell("sleep 60 & sleep 60", { timeoutMs: 200 });
  expect(ending).toEqual({ kind: "timeout" });
  expect(seconds).toBeLessThan(4);
});

test("kills what writes too much, and keeps no more than the end of it", async () => {
  const { ending, outputs } = await shell("yes", {
    outputs: new Map([[1, { maxBytes: 1_000_000, keepBytes: 100 }]]),
  });
  expect(ending).toEqual({ kind: "overflow", fd: 1 });
  expect(outputs.get(1)?.length).toBeLessThan(200_000);
});

test("an output may restart the clock", async () => {
  const { ending } = await shell("echo go; sleep 0.6", {
    timeoutMs: 300,
    outputs: new Map([[1, { maxBytes: 100, onData: () => 5_000 }]]),
  });
  expect(ending.kind).toBe("exit");
});

test("kills what a watch finds too much", async () => {
  let looks = 0;
  const { ending, seconds } = await shell("sleep 60", {
    watch: { everyMs: 50, isOvergrown: async (pid) => pid > 0 && ++looks === 3 },
  });
  expect(ending).toEqual({ kind: "overgrown" });
  expect(seconds).toBeLessThan(4);
});

test("says when there is no such program", async () => {
  const { ending } = await shell("", { file: "/nowhere/program" });
  expect(ending.kind).toBe("unstarted");
});

test("throws the signal's reason when it is aborted", async () => {
  const stop = new AbortController();
  setTimeout(() => stop.abort(new Error("enough")), 100);
  await expect(shell("sleep 60", { signal: stop.signal })).rejects.toThrow("enough");
});
