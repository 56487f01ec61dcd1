import { expect, test } from "vitest";
import { type CreationJob, makeCreation } from "@/lib/generation/make-creation";
import type { ModelReply, ModelRequest } from "@/lib/generation/providers/model-call";
import { ProviderError } from "@/lib/generation/providers/provider-error";
import { entrantOf, replyOf } from "@/lib/generation/providers/test-entrant";
import type { BakeOutcome } from "@/lib/generation/strategies/attempt";
import type { CreationEvent } from "@/lib/generation/strategies/workbench";

/** Strategies are orchestration over what they are given: here both sides are plain functions. */

const posters = ["clay-1", "clay-2"].map((name) => ({ bytes: Buffer.from(name) }));
const renderedPosters = [{ bytes: Buffer.from("rendered") }];

/** A Blender in which scripts that hold "bad" fail. */
async function bake(script: string): Promise<BakeOutcome> {
  const attempt = { errorText: null, failureFamily: null, seconds: 2 };
  if (!script.includes("bad")) return { status: "ok", attempt, posters, renderedPosters };
  const error = `no attribute\n${"trace ".repeat(1000)}`;
  return {
    ...{ status: "exec_error", error },
    attempt: { ...attempt, errorText: error, failureFamily: "api" },
  };
}

type Options = {
  entrant?: string;
  display?: "clay" | "rendered";
  takesImages?: boolean;
  job?: Partial<CreationJob>;
};

async function make(
  replies: (string | Partial<ModelReply> | ProviderError | null)[],
  { entrant = "", display = "clay", takesImages = false, job }: Options = {},
) {
  const requests: ModelRequest[] = [];
  const events: CreationEvent[] = [];
  const made = await makeCreation(
    {
      entrant: entrantOf(
        `model: { provider: openai-compatible, id: m, name: M, baseUrl: "http://x/v1" }\n${entrant}`,
      ),
      prompt: {
        ...{ slug: "teapot", source: "Teapot_seed0", text: "A teapot.", instruction: "Make one." },
        referenceImages: [0, 1, 2, 3].map((n) => ({
          ...{ bytes: Buffer.from(`view-${n}`), mediaType: "image/webp" },
        })),
      },
      track: { slug: takesImages ? "image-to-3d" : "text-to-3d", display, takesImages },
      ...job,
    },
    {
      provider: {
        ask: async (request) => {
          requests.push(request);
          const reply = replies[requests.length - 1] ?? null;
          if (reply instanceof ProviderError) throw reply;
          return reply === null ? null : replyOf(reply);
        },
      },
      ...{ bake, blenderVersion: "5.0.1", onEvent: (event: CreationEvent) => events.push(event) },
    },
  );
  return { made, requests, events };
}

const nth = (requests: ModelRequest[], n: number): ModelRequest => {
  const request = requests[n];
  if (!request) throw new Error(`There was no request ${n}`);
  return request;
};
const textOf = ({ message }: ModelRequest) =>
  message.map((part) => (part.type === "text" ? part.text : "")).join("\n");
const imagesOf = ({ message }: ModelRequest) =>
  message.flatMap((part) => (part.type === "image" ? [Buffer.from(part.bytes).toString()] : []));

test("single asks once, whatever comes of it", async () => {
  const { made, requests } = await make(["bad", "good"]);
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({
    ...{ entrant: "tested", track: "text-to-3d", prompt: "teapot", source: "Teapot_seed0" },
    ...{ attempt: 1, kind: "first", message: [{ type: "text", text: "A teapot." }] },
  });
  expect(requests[0]?.system).toContain("Blender 5.0.1");
  expect(made).toMatchObject({ chosenAttempt: null, creation: { status: "exec_error" } });
  expect(made.attempts).toHaveLength(1);
});

test("error feedback repairs until it works, each turn by itself", async () => {
  const { made, requests, events } = await make(["bad 1", "bad 2", "good", "better"], {
    entrant: "strategy: error-feedback",
  });
  expect(requests.map(({ kind, attempt }) => `${kind} ${attempt}`)).toEqual([
    ...["first 1", "repair 2", "repair 3"],
  ]);
  const repair = textOf(nth(requests, 2));
  for (const part of ["A teapot.", "bad 2", "exec_error", "attempt: 2 of 3", "no attribute"])
    expect(repair).toContain(part);
  expect(repair).not.toContain("bad 1");
  expect(repair.length).toBeLessThan(4500);
  expect(requests[2]?.system).toBe(requests[0]?.system);
  expect(made).toMatchObject({ chosenAttempt: 3, creation: { status: "ok" }, costUsd: 0.03 });
  expect(
    made.attempts.map(({ number, kind, status, script, reply }) => [
      number,
      kind,
      status,
      script,
      reply,
    ]),
  ).toEqual([
    [1, "first", "exec_error", "bad 1", null],
    [2, "repair", "exec_error", "bad 2", null],
    [3, "repair", "ok", "good", null],
  ]);
  expect(made.attempts[0]).toMatchObject({
    ...{ failureFamily: "api", bakeSeconds: 2, modelSeconds: 7, inputTokens: 10, costUsd: 0.01 },
    details: { finishReason: "stop", extraction: "verbatim", retries: 0 },
  });
  expect(events.map(({ stage }) => stage)).toEqual([
    ...["attempt 1 of 3: asking the model", "attempt 1 of 3: in Blender"],
    ...["attempt 1 of 3: exec_error", "attempt 2 of 3: asking the model"],
    ...["attempt 2 of 3: in Blender", "attempt 2 of 3: exec_error"],
    ...["attempt 3 of 3: asking the model", "attempt 3 of 3: in Blender", "attempt 3 of 3: ok"],
  ]);
});

test("it ends with the last failure, or where a replay has no more", async () => {
  const entrant = "strategy: error-feedback\nattempts: 2";
  const { made } = await make(["bad 1", "bad 2", "good"], { entrant });
  expect(made.attempts).toHaveLength(2);
  expect(made.creation.status).toBe("exec_error");
  const { made: shorter } = await make(["bad 1", null], { entrant });
  expect(shorter.attempts).toHaveLength(1);
  const { made: longer } = await make(["bad", "bad", "bad", "good"], {
    entrant: "strategy: error-feedback\nattempts: 4",
  });
  expect(longer).toMatchObject({ chosenAttempt: 4, provenance: { maxAttempts: 4 } });
});

test("an empty reply is a parse error that Blender never sees", async () => {
  const { made, requests } = await make(
    [{ text: "", finishReason: "length (max_tokens)" }, "good"],
    { entrant: "strategy: error-feedback" },
  );
  expect(made.attempts[0]).toMatchObject({
    ...{ status: "parse_error", script: "", bakeSeconds: 0, failureFamily: null, reply: null },
    errorText: "The reply held no script (finish reason: length (max_tokens)).",
    details: { extraction: "none" },
  });
  expect(textOf(nth(requests, 1))).toMatch(/\(empty\)[\s\S]*cut off after 20 tokens/);
  expect(made.chosenAttempt).toBe(2);
  const { made: alone } = await make([""]);
  expect(alone.creation).toMatchObject({
    ...{ status: "parse_error", provenance: { blenderVersion: "5.0.1" } },
  });
});

test("a reply with prose around the script keeps both", async () => {
  const reply = "Sure!\n```python\ngood\n```\nBye.";
  const { made } = await make([reply]);
  expect(made.attempts[0]).toMatchObject({ script: "good\n", reply });
});

const CRITIC = { entrant: "strategy: self-critique" };
const fix = (code: string) => `NEEDS_FIX: YES\nNo handle.\n\`\`\`python\n${code}\n\`\`\``;

test("self-critique shows the posters and keeps what works", async () => {
  const { made, requests } = await make(["good", fix("better"), "NEEDS_FIX: NO\nFine."], CRITIC);
  expect(requests.map(({ kind }) => kind)).toEqual(["first", "critique", "critique"]);
  expect(imagesOf(nth(requests, 1))).toEqual(["clay-1", "clay-2"]);
  expect(requests[1]?.system).toContain("NEEDS_FIX: NO");
  expect(textOf(nth(requests, 1))).toMatch(/A teapot\.[\s\S]*good/);
  expect(textOf(nth(requests, 2))).toContain("better");
  expect(made).toMatchObject({ chosenAttempt: 2, costUsd: 0.03 });
  expect(made.attempts[1]).toMatchObject({
    ...{ kind: "critique", script: "better\n", reply: fix("better") },
    details: { assessment: "No handle.", extraction: "fenced" },
  });
  const usage = { inputTokens: 10, outputTokens: 20, costUsd: 0.01, modelSeconds: 7 };
  expect(made.provenance.critiques).toEqual([
    { round: 1, needsFix: true, assessment: "No handle.", attempt: 2, kept: true, ...usage },
    { round: 2, needsFix: false, assessment: "Fine.", attempt: null, kept: false, ...usage },
  ]);
});

test("a fix that fails ends it and changes nothing", async () => {
  const { made, requests } = await make(["bad", "good", fix("bad fix"), fix("better")], CRITIC);
  expect(requests).toHaveLength(3);
  expect(made).toMatchObject({ chosenAttempt: 2, creation: { status: "ok" } });
  expect(made.attempts.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
    ...["first exec_error", "repair ok", "critique exec_error"],
  ]);
  expect(made.provenance.critiques).toMatchObject([{ round: 1, attempt: 3, kept: false }]);
});

test("there are at most two rounds, and none without an object", async () => {
  const { requests } = await make(["good", fix("a"), fix("b"), fix("c")], CRITIC);
  expect(requests).toHaveLength(3);
  const failed = await make(["bad", "bad", "bad", fix("a")], CRITIC);
  expect(failed.requests).toHaveLength(3);
  expect(failed.made.provenance.critiques).toEqual([]);
});

test("where battles show materials, so do critiques, and the words say it", async () => {
  const { requests } = await make(["good", "NEEDS_FIX: NO"], { ...CRITIC, display: "rendered" });
  expect(imagesOf(nth(requests, 1))).toEqual(["rendered"]);
  expect(requests[1]?.system).toContain("Colours and materials count too");
  expect(requests[0]?.system).toContain("shown with its materials");
});

test("on the image track every question shows the chosen views", async () => {
  const { made, requests } = await make(["bad", "good", "NEEDS_FIX: NO"], {
    ...{ entrant: `${CRITIC.entrant}\nviews: [45, 225]`, takesImages: true },
  });
  expect(requests.map(imagesOf)).toEqual([
    ...[
      ["view-0", "view-2"],
      ["view-0", "view-2"],
    ],
    ["view-0", "view-2", "clay-1", "clay-2"],
  ]);
  expect(textOf(nth(requests, 0))).toContain("45° and 225°");
  expect(textOf(nth(requests, 0))).not.toContain("teapot");
  expect(made.provenance).toMatchObject({
    views: [45, 225],
    systemPrompt: { name: "image-to-3d" },
  });
});

test("the other style of prompt", async () => {
  const { requests } = await make(["good"], { entrant: "promptStyle: instruction" });
  expect(textOf(nth(requests, 0))).toBe("Make one.");
});

test("what does not fit is said before anything is paid for", async () => {
  const wrong = make(["good"], { entrant: 'blender: "5.1"' });
  await expect(wrong).rejects.toThrow("Entrant tested needs Blender 5.1, and this is 5.0.1.");
  await expect(make(["good"], { entrant: 'blender: "5.0"' })).resolves.toBeTruthy();
  await expect(make(["good"], { entrant: 'blender: "5"' })).resolves.toBeTruthy();
  const prompt = { slug: "p", source: null, text: "x", instruction: null, referenceImages: [] };
  const job = { prompt };
  const unfit = [
    make(["good"], { entrant: "promptStyle: instruction", job }),
    make(["good"], { takesImages: true, job }),
  ];
  for (const one of unfit) await expect(one).rejects.toMatchObject({ code: "unfit_prompt" });
  await expect(make([null])).rejects.toBeInstanceOf(ProviderError);
});

test("a provider that fails half way says what was spent", async () => {
  const job = make(["bad", new ProviderError("unavailable", "gone")], {
    entrant: "strategy: error-feedback",
  });
  await expect(job).rejects.toMatchObject({ code: "unavailable", spentUsd: 0.01 });
});
