import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { isMap, isSeq, LineCounter, parseDocument } from "yaml";
import type * as z from "zod";
import { LaunchError } from "@/lib/errors";
import { entrantFileSchema, type FileEntrant } from "@/lib/generation/entrant-schema";

/** An entrant as its file says it, with every default filled in. Plain JSON: it can travel in a queue. */
export type EntrantSpec = Omit<FileEntrant, "model"> & { model: ModelSpec };

export type ModelSpec =
  | Exclude<FileEntrant["model"], { provider: "replay" }>
  /** `folder` is what a relative `scripts` starts from: where the entrant file is. */
  | (Extract<FileEntrant["model"], { provider: "replay" }> & { folder: string });

/**
 * Reads the entrants of a YAML file. Throws a `LaunchError` that names every problem with its place and line:
 * values that do not fit, unknown keys, slugs that occur twice.
 */
export async function readEntrantFile(path: string): Promise<EntrantSpec[]> {
  const text = await readFile(path, "utf8").catch(({ code, message }) => {
    throw new LaunchError(
      code === "ENOENT"
        ? `There is no entrant file ${path}: copy entrants.example.yaml and change it, or name another with --file.`
        : `The entrant file cannot be read: ${message}`,
    );
  });
  return parseEntrants(text, { name: path, folder: dirname(resolve(path)) });
}

/** The same for the file's text; `folder` is where relative paths start. Throws a `LaunchError`. */
export function parseEntrants(
  text: string,
  { name, folder }: { name: string; folder: string },
): EntrantSpec[] {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, merge: true });
  const lineAt = (offset: number) => lineCounter.linePos(offset).line;
  const [syntax] = document.errors;
  // The first one is the cause of the others.
  if (syntax) throw refuse(name, [`line ${lineAt(syntax.pos[0])}: ${syntaxProblem(syntax)}`]);
  const result = entrantFileSchema.safeParse(document.toJS({ maxAliasCount: 1000 }));
  if (result.success)
    return result.data.entrants.map((entrant) => ({ ...entrant, model: placed(entrant, folder) }));
  const problems = result.error.issues.map((issue) => {
    const path = issue.path.filter((part) => typeof part !== "symbol");
    const offset = offsetOf(document.contents, path);
    const line = offset === null ? "" : ` (line ${lineAt(offset)})`;
    return `${placeName(path)}: ${describe(issue)}${line}`;
  });
  throw refuse(name, problems);
}

function syntaxProblem({ message }: Error): string {
  const said = message.split("\n", 1)[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? "";
  return /flow-map/.test(said) ? `${said}: values that hold { } belong in quotes` : said;
}

function refuse(name: string, problems: string[]): LaunchError {
  return new LaunchError(
    `The entrant file ${name} is not usable:\n${problems.map((one) => `  ${one}`).join("\n")}`,
  );
}

function placed({ model }: FileEntrant, folder: string): ModelSpec {
  return model.provider === "replay" ? { ...model, folder } : model;
}

/** entrants[2].model.id */
function placeName(path: (string | number)[]): string {
  const name = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`)).join("");
  return name.replace(/^\./, "") || "the file";
}

/** Where a value stands in the text, or the nearest thing around it that is there. */
function offsetOf(root: unknown, path: (string | number)[]): number | null {
  let node = root;
  for (const part of path) {
    const next = isMap(node) || isSeq(node) ? node.get(part, true) : null;
    if (!next) break;
    node = next;
  }
  const range: unknown = typeof node === "object" && node ? Reflect.get(node, "range") : null;
  return Array.isArray(range) && typeof range[0] === "number" ? range[0] : null;
}

function describe(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys")
    return `unknown ${issue.keys.length === 1 ? "key" : "keys"} ${issue.keys.join(", ")}`;
  return issue.message;
}

/**
 * What identifies an entrant in the database: everything that changes what it makes, and nothing else. Not its
 * name, prices, keys, timeouts, rate limits, nor where a server of one's own listens. Keys stand in a fixed order.
 */
export function toSettings(spec: EntrantSpec): Record<string, string | number | number[] | null> {
  const { model, strategy, attempts, critiqueRounds, blender } = spec;
  const common = {
    provider: model.provider,
    model: model.id,
    strategy,
    attempts,
    ...(strategy === "self-critique" && { critiqueRounds }),
    blender,
  };
  if (model.provider === "replay")
    return {
      ...common,
      scripts: model.scripts,
      ...(Object.keys(model.filter).length > 0 && { filter: filterText(model.filter) }),
    };
  const { thinking, promptStyle, views, temperature, maxOutputTokens } = spec;
  return { ...common, thinking, promptStyle, views, temperature, maxOutputTokens };
}

function filterText(filter: Record<string, string>): string {
  return Object.entries(filter)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([column, value]) => `${column}=${value}`)
    .join(", ");
}
