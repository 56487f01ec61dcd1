import "server-only";
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { childEnvironment } from "@/lib/env";

export type Counts = { passed: number; failed: number };

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
  numPendingTests: z.number(),
});

const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  errors: z.array(z.unknown()),
});

/** A check that is no test run: it counts only when it fails. */
export async function runCheck(args: string[]): Promise<Counts> {
  const code = await run(args, {});
  return { passed: 0, failed: code === 0 ? 0 : 1 };
}

/** Runs vitest projects, with further options, and counts. A file that could not be loaded, or a skipped test, counts as failed. */
export async function runVitest(projects: string[], options: string[] = []): Promise<Counts> {
  return withReport(async (file) => {
    const chosen = projects.flatMap((project) => ["--project", project]);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const code = await run(
      ["node_modules/vitest/vitest.mjs", "run", ...chosen, ...options, ...reporters],
      {},
    );
    const report = vitestReport.parse(JSON.parse(await readFile(file, "utf8")));
    const failed = report.numFailedTests + report.numPendingTests;
    return { passed: report.numPassedTests, failed: Math.max(failed, code === 0 ? 0 : 1) };
  });
}

/** Runs Playwright projects and counts. A flaky or skipped test counts as failed. */
export async function runPlaywright(projects: string[]): Promise<Counts> {
  return withReport(async (file) => {
    const chosen = projects.map((project) => `--project=${project}`);
    const cli = "node_modules/@playwright/test/cli.js";
    const args = [cli, "test", ...chosen, "--reporter=list,json"];
    const code = await run(args, { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
    const { stats, errors } = playwrightReport.parse(JSON.parse(await readFile(file, "utf8")));
    const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length;
    return { passed: stats.expected, failed: Math.max(failed, code === 0 ? 0 : 1) };
  });
}

async function withReport(work: (file: string) => Promise<Counts>): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), "polyduel-report-"));
  try {
    return await work(join(folder, "report.json"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(args: string[], settings: Record<string, string>): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: childEnvironment(settings),
    });
    child.once("error", reject);
    child.once("close", resolve);
  });
}
