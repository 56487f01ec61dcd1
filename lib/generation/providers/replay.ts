import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { ModelSpec } from "@/lib/generation/entrant-file";
import type { Ask, ModelReply, ModelRequest } from "@/lib/generation/providers/model-call";
import { createLogReplay } from "@/lib/generation/providers/replay-log";
import { noScript, toReplay } from "@/lib/generation/providers/replay-reply";

export type ReplayModel = Extract<ModelSpec, { provider: "replay" }>;

/** What may stand for a placeholder: a name, never a way out of the folder. */
const SAFE_NAME = /^(?!\.+$)[\w.-]+$/;

/**
 * Answers with scripts that are there already: files by a path template, or a .jsonl of published model logs.
 * They are taken as they are, fences and all. Critiques are never replayed.
 */
export function createReplay(model: ReplayModel): Ask {
  const { scripts, folder, filter } = model;
  if (scripts.endsWith(".jsonl")) return createLogReplay(resolve(folder, scripts), filter);
  return (request) => readScript(model, request);
}

async function readScript(
  { scripts, folder }: ReplayModel,
  request: ModelRequest,
): Promise<ModelReply | null> {
  const isFirst = request.attempt === 1;
  if (request.kind === "critique" || (!isFirst && !scripts.includes("{attempt}"))) return null;
  const { entrant, track, prompt, source, attempt } = request;
  const values: Record<string, string> = {
    ...{ entrant, track, prompt },
    source: source ?? prompt,
    attempt: String(attempt),
  };
  const path = scripts.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw noScript(`${whole} is no placeholder of a replay's path`);
    if (!SAFE_NAME.test(value)) throw noScript(`${whole} is not fit for a path: ${value}`);
    return value;
  });
  const text = await readFile(resolve(folder, path), "utf8").catch((error) => {
    if (error.code !== "ENOENT" || isFirst) throw noScript(`No script: ${error.message}`);
    return null;
  });
  return text === null ? null : toReplay(text);
}
