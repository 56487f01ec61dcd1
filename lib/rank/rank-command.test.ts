import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leaderboardSchema } from "@/lib/leaderboard/schema";
import { rankVotes } from "./rank-votes";
import { rankingJson } from "./ranking-json";
import { flowing, makeVotes, toVotesCsv } from "./test-votes";

const COMMAND = ["--conditions=react-server", "--import", "tsx", "scripts/rank.ts"];
const CSV = toVotesCsv(makeVotes(2000));
const HEADER = "model_a,model_b,winner";

let folder = "";
let path = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "polyduel-rank-"));
  path = join(folder, "votes.csv");
  await writeFile(path, CSV);
});
afterAll(() => rm(folder, { recursive: true }));

type Run = { code: number | null; out: string; error: string };

/** Runs the script without any of the server's settings; `input` is piped in. */
async function run(args: readonly string[], input = ""): Promise<Run> {
  const child = spawn(process.execPath, [...COMMAND, ...args], {
    env: { PATH: "/usr/bin:/bin", NODE_ENV: "production" },
  });
  const texts = { out: "", error: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    texts.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    texts.error += text;
  });
  // A run that ends before it has read everything closes the pipe.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, ...texts };
}

describe("npm run rank", { timeout: 60_000 }, () => {
  test("--json prints one body of /api/leaderboard, of a file or of a pipe", async () => {
    const options = { board: "all", method: "bt", intervals: null, rounds: 9, seed: 3 } as const;
    const ranking = await rankVotes(flowing(CSV), { ...options, inflationFrom: null });
    const ofFile = await run(["--json", "--seed", "3", path]);
    expect(ofFile).toMatchObject({ code: 0, out: `${rankingJson(ranking)}\n` });
    expect(ofFile.error).toMatch(
      /intervals clustered by 60 voters and 50 prompts .* no bad rows\n$/,
    );
    expect(() => leaderboardSchema.parse(JSON.parse(ofFile.out))).not.toThrow();
    for (const args of [
      ["--json", "--seed=3"],
      ["--json", "--seed=3", "-"],
    ]) {
      expect(await run(args, CSV)).toEqual(ofFile);
    }
  });

  test("prints a table, without a progress bar where nobody watches", async () => {
    const { code, out, error } = await run(["--intervals", "plain", "--board", "text-to-3d", path]);
    expect({ code, error }).toEqual({ code: 0, error: "" });
    expect(out).toMatch(/^Rank {2}Entrant +Rating +95 % interval +Battles +Win rate/);
    expect(out.trimEnd().split("\n")).toHaveLength(1 + 7 + 2);
    expect(out).toContain("board text-to-3d");
  });

  test("tells bad rows by line, the first ten in full, and ranks the rest", async () => {
    const bad = Array.from({ length: 12 }, (_, index) => `ant,bee,no ${index}`);
    const rows = [HEADER, "ant,bee,tie", ...bad, "ant,bee,model_a", "ant,bee"];
    const { code, out, error } = await run([], rows.join("\n"));
    expect(code).toBe(0);
    expect(out).toContain("2 votes · 2 entrants");
    expect(out).toContain("13 bad rows");
    const lines = error.trimEnd().split("\n");
    expect(lines).toHaveLength(11);
    expect(lines[0]).toBe('line 3: the outcome "no 0" is unknown');
    expect(lines[10]).toBe("… and 3 more bad rows");
  });

  test.each([
    ["a missing file", ["nowhere.csv"], "", 1, /^nowhere\.csv is not there\n$/],
    ["a directory", ["lib"], "", 1, /^lib is a directory\n$/],
    ["an empty pipe", [], "", 1, /^standard input is empty\n$/],
    ["no usable row", ["-"], `${HEADER}\nant,bee\n`, 1, /^standard input has no usable row .*\n$/],
    ["a missing column", ["-"], "model_a,winner\n", 1, /^standard input has no column model_b\n$/],
    ["bad usage", ["--seed", "x", "a"], "", 2, /^--seed must be a whole number[\s\S]+Usage:/],
    ["an unknown option", ["--wat"], "", 2, /--wat[\s\S]+Usage:/],
  ])("%s", async (_, args, input, code, error) => {
    const result = await run(args, input);
    expect(result).toMatchObject({ code, out: "" });
    expect(result.error).toMatch(error);
  });

  test("--help", async () => {
    const { code, out, error } = await run(["--help"]);
    expect({ code, error }).toEqual({ code: 0, error: "" });
    expect(out).toMatch(/^Usage: npm run rank/);
  });
});
