import * as z from "zod/mini";
import { type ServedBattle, servedBattleSchema } from "@/lib/battle/schema";
import { type CastVoteInput, type VoteResult, voteResultSchema } from "@/lib/vote/schema";
import { takeFirstAnswer } from "./first-request";

/** What the server, or its absence, said. `refused` carries the problem's own title. */
export type Answer<Value> =
  | { kind: "ok"; value: Value }
  | { kind: "refused"; status: number; title: string; retryAfterMs: number | null }
  | { kind: "unreachable" };

type Attempts = { signal: AbortSignal; onRetry?: () => void };

const problemSchema = z.object({ title: z.string() });

/** Pauses between attempts. Every call here may be repeated: the server answers a repeat alike. */
const RETRY_DELAYS_MS = [400, 1200, 3000];

/** Asks for a battle; the server returns the open one when there is one. */
export async function openBattle(attempts: Attempts): Promise<Answer<ServedBattle>> {
  const first = await takeFirstAnswer();
  attempts.signal.throwIfAborted();
  const response = isAnswer(first) ? first : await post("/api/battles", {}, attempts);
  if (!response) return { kind: "unreachable" };
  return response.ok ? accept(response, servedBattleSchema) : refuse(response);
}

/** A server that stumbled over the first request is asked again, as after any other. */
function isAnswer(response: Response | null): response is Response {
  return response !== null && response.status < 500;
}

/** Has the next battle reserved: once, since nothing is lost when no answer comes. */
export async function reserveBattle(signal: AbortSignal): Promise<ServedBattle | null> {
  const response = await fetch("/api/battles", {
    ...{ method: "POST", body: JSON.stringify({ prefetch: true }), signal },
    headers: { "content-type": "application/json" },
    priority: "low",
  });
  const battle = z.safeParse(servedBattleSchema, await readJson(response));
  return battle.success ? battle.data : null;
}

/**
 * Sends a verdict. When an earlier answer was lost, the repeat is answered 409 with the stored outcome
 * and reveal, which is as good as 201.
 */
export async function castVote(
  battleId: string,
  vote: CastVoteInput,
  attempts: Attempts,
): Promise<Answer<VoteResult>> {
  const response = await post(`/api/battles/${battleId}/vote`, vote, attempts);
  if (!response) return { kind: "unreachable" };
  if (response.status === 409) {
    const stored = z.safeParse(voteResultSchema, await readJson(response.clone()));
    if (stored.success) return { kind: "ok", value: stored.data };
  }
  return response.ok ? accept(response, voteResultSchema) : refuse(response);
}

/** Passes on a battle: recorded, never counted. */
export async function skipBattle(battleId: string, attempts: Attempts): Promise<Answer<null>> {
  const response = await post(`/api/battles/${battleId}/skip`, {}, attempts);
  if (!response) return { kind: "unreachable" };
  return response.ok ? { kind: "ok", value: null } : refuse(response);
}

/** Null when no answer came after all attempts. Throws only when aborted. */
async function post(path: string, body: unknown, attempts: Attempts): Promise<Response | null> {
  for (const delayMs of [...RETRY_DELAYS_MS, null]) {
    try {
      const response = await fetch(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
        signal: attempts.signal,
      });
      if (response.status < 500) return response;
    } catch {
      attempts.signal.throwIfAborted();
    }
    if (delayMs === null) return null;
    attempts.onRetry?.();
    await pause(delayMs, attempts.signal);
  }
  return null;
}

async function accept<Schema extends z.core.$ZodType>(
  response: Response,
  schema: Schema,
): Promise<Answer<z.infer<Schema>>> {
  const parsed = z.safeParse(schema, await readJson(response));
  if (parsed.success) return { kind: "ok", value: parsed.data };
  return {
    kind: "refused",
    status: response.status,
    title: "The server's answer could not be read. Please reload the page.",
    retryAfterMs: null,
  };
}

async function refuse(response: Response): Promise<Answer<never>> {
  const problem = z.safeParse(problemSchema, await readJson(response));
  const retryAfterSeconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return {
    kind: "refused",
    status: response.status,
    title: problem.success ? problem.data.title : `The server answered ${response.status}.`,
    retryAfterMs: Number.isFinite(retryAfterSeconds) ? retryAfterSeconds * 1000 : null,
  };
}

async function readJson(response: Response): Promise<unknown> {
  return response.json().catch(() => undefined);
}

function pause(durationMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, durationMs);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
