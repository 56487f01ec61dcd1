import { expect, it } from "vitest";
import type { PlannedCreation } from "@/lib/generation/plan";
import { ProviderError } from "@/lib/generation/providers/provider-error";
import { type MakeResult, type RunEvent, runPlan, toUnmade } from "@/lib/generation/run";
import { progressLine } from "@/lib/generation/run-progress";
import { addEvent, describeTotals, emptyTotals } from "@/lib/generation/run-summary";
import { ToolError } from "@/lib/generation/tool-error";

function plannedOf(entrant: string, prompt: string): PlannedCreation {
  return {
    entrant: { slug: entrant } as PlannedCreation["entrant"],
    prompt: {
      id: prompt,
      slug: prompt,
      source: null,
      text: "",
      instruction: null,
      referenceSha256s: [],
    },
    track: { slug: "text-to-3d", display: "clay", takesImages: false },
    replicate: 0,
  };
}

function planOf(entrants: string[], prompts: number): PlannedCreation[] {
  return Array.from({ length: prompts }, (_, prompt) =>
    entrants.map((entrant) => plannedOf(entrant, `prompt-${prompt}`)),
  ).flat();
}

const made = (over: Partial<Extract<MakeResult, { kind: "made" }>> = {}): MakeResult => ({
  ...{ kind: "made", status: "ok", failureFamily: null, attempts: 1, costUsd: 0.5, seconds: 2 },
  ...over,
});

function unmade(reason: string, isProviderDown: boolean): MakeResult {
  return { kind: "unmade", reason, costUsd: null, isProviderDown };
}

type Run = { finished: string[]; events: RunEvent[]; most: number };

async function record(
  planned: PlannedCreation[],
  make: (planned: PlannedCreation) => MakeResult,
  options: { stop?: AbortSignal; maxCostUsd?: number; concurrency?: number } = {},
): Promise<Run> {
  const run: Run = { finished: [], events: [], most: 0 };
  let running = 0;
  await runPlan(planned, {
    concurrency: 3,
    stop: new AbortController().signal,
    ...options,
    make: async (one) => {
      running++;
      run.most = Math.max(run.most, running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running--;
      const result = make(one);
      run.finished.push(`${one.entrant.slug}/${one.prompt.slug}`);
      return result;
    },
    onEvent: (event) => run.events.push(event),
  });
  return run;
}

it("makes everything once, so many at a time", async () => {
  const planned = planOf(["a", "b"], 10);
  const { finished, most } = await record(planned, () => made());
  expect(finished).toHaveLength(20);
  expect(new Set(finished).size).toBe(20);
  expect(most).toBe(3);
});

it("finishes what runs once it is told to stop, and starts nothing more", async () => {
  const stop = new AbortController();
  const { finished } = await record(
    planOf(["a"], 20),
    () => {
      stop.abort();
      return made();
    },
    { stop: stop.signal },
  );
  expect(finished).toHaveLength(3);
});

it("starts nothing more once the money is spent", async () => {
  const { finished } = await record(planOf(["a"], 20), () => made(), {
    maxCostUsd: 2,
    concurrency: 1,
  });
  expect(finished).toHaveLength(4);
});

it("leaves an entrant whose provider fails three times in a row, and makes the others", async () => {
  const down = unmade("503", true);
  const { finished, events } = await record(
    planOf(["down", "up"], 10),
    ({ entrant }) => (entrant.slug === "down" ? down : made()),
    { concurrency: 1 },
  );
  expect(finished.filter((name) => name.startsWith("down"))).toHaveLength(3);
  expect(finished.filter((name) => name.startsWith("up"))).toHaveLength(10);
  expect(events.filter(({ kind }) => kind === "given-up")).toHaveLength(1);
});

it("goes on with an entrant that only lacks some prompts", async () => {
  const { finished } = await record(planOf(["gaps"], 10), () => unmade("no script", false));
  expect(finished).toHaveLength(10);
});

it("ends when the machine is at fault, after what runs has finished", async () => {
  let calls = 0;
  await expect(
    record(planOf(["a"], 20), () => {
      calls++;
      if (calls === 1) throw new ToolError("Blender is gone.");
      return made();
    }),
  ).rejects.toThrow("Blender is gone.");
  expect(calls).toBe(3);
});

it("blames a provider, and nobody else, for its errors", () => {
  expect(toUnmade(new ProviderError("timeout", "no answer"))).toEqual(unmade("no answer", true));
  expect(toUnmade(new ProviderError("no_script", "no file"))).toEqual(unmade("no file", false));
  expect(() => toUnmade(new ToolError("no disk"))).toThrow("no disk");
});

it("sums up by entrant and by family of failure", async () => {
  const results: Record<string, MakeResult> = {
    "a/prompt-0": made(),
    "a/prompt-1": made({ status: "exec_error", failureFamily: "api", attempts: 3, costUsd: null }),
    "b/prompt-0": made({ status: "no_mesh", costUsd: 0.25 }),
    "b/prompt-1": unmade("503", true),
    "b/prompt-2": { kind: "taken" },
    "a/prompt-2": made(),
  };
  const { events } = await record(
    planOf(["a", "b"], 3),
    ({ entrant, prompt }) => results[`${entrant.slug}/${prompt.slug}`] ?? made(),
  );
  const totals = emptyTotals();
  for (const event of events) addEvent(totals, event);
  expect(totals).toMatchObject({ ok: 2, failed: 2, unmade: 1, taken: 1, costUsd: 1.25 });
  expect(describeTotals(totals)).toEqual([
    "entrant            made  ok  executability  attempts  s each     cost",
    "a                     3   2         66.7 %         5     2.0    $1.00",
    "b        1 (1 not made)   0          0.0 %         1     2.0  $0.2500",
    "",
    "failure           times",
    "exec_error (api)      1",
    "no_mesh               1",
    "",
    "1 were made by another process meanwhile.",
  ]);
  expect(progressLine(totals, 12, 30)).toBe(
    "██████████████░░░░░░░░░░░░░░  2 ok  2 failed  1 not made  6 remaining  $1.25  ETA 30 s",
  );
});
