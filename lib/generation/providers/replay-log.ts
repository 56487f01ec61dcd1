import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import * as z from "zod";
import { type Ask, type ModelReply, UNKNOWN_USAGE } from "@/lib/generation/providers/model-call";
import { noScript, toReplay } from "@/lib/generation/providers/replay-reply";

const count = z.number().nonnegative().nullish();

/** The columns of 3DCodeBench's published model logs that a replay reads; the rest is for `filter`. */
const logRow = z.looseObject({
  instance: z.string().min(1),
  code: z.string().nullish(),
  /** The scripts of all attempts, as a JSON string. */
  attempt_codes: z.union([z.string(), z.array(z.string())]).nullish(),
  model: z.string().nullish(),
  input_tokens: count,
  output_tokens: count,
  thoughts_tokens: count,
  cache_read_tokens: count,
  cost_usd: count,
  latency_s: count,
});

type LogRow = z.infer<typeof logRow>;
type Place = { offset: number; bytes: number };

/**
 * Answers from a .jsonl of model logs, one line a creation. The file is read through once, and only where each line
 * stands is kept: published logs hold gigabytes. Tokens and costs of a line are of all its attempts together: they
 * are said with the first.
 */
export function createLogReplay(path: string, filter: Record<string, string>): Ask {
  let index: Promise<Map<string, Place[]>> | undefined;
  return async ({ kind, attempt, source, prompt }) => {
    if (kind === "critique") return null;
    index ??= indexLog(path, filter);
    const name = source ?? prompt;
    const places = (await index).get(name) ?? [];
    const [place] = places;
    if (!place) throw noScript(`${path} has nothing for ${name}`);
    if (places.length > 1)
      throw noScript(`${path} has ${places.length} lines for ${name}: narrow its filter`);
    const row = await readRow(path, place);
    const script = scriptsOf(row)[attempt - 1];
    return script === undefined ? null : toReplay(script, attempt === 1 ? recordOf(row) : {});
  };
}

async function indexLog(path: string, filter: Record<string, string>) {
  const index = new Map<string, Place[]>();
  for await (const { line, number, ...place } of readLines(path)) {
    if (!line.trim()) continue;
    const row = parseRow(line, `${path}, line ${number}`);
    const fits = Object.entries(filter).every(([column, value]) => String(row[column]) === value);
    if (fits) index.set(row.instance, [...(index.get(row.instance) ?? []), place]);
  }
  return index;
}

/** Lines with where they stand in bytes, which readline does not say. */
async function* readLines(path: string) {
  let rest = Buffer.alloc(0);
  let offset = 0;
  let number = 0;
  const chunks = createReadStream(path, { highWaterMark: 2 ** 20 });
  chunks.on("error", () => {});
  try {
    for await (const chunk of chunks) {
      rest = Buffer.concat([rest, chunk]);
      let start = 0;
      for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10, start)) {
        const line = rest.toString("utf8", start, end);
        yield { line, number: ++number, offset: offset + start, bytes: end - start };
        start = end + 1;
      }
      rest = rest.subarray(start);
      offset += start;
    }
  } catch (error) {
    throw noScript(`The log cannot be read: ${error instanceof Error ? error.message : error}`);
  }
  yield { line: rest.toString("utf8"), number: ++number, offset, bytes: rest.length };
}

async function readRow(path: string, { offset, bytes }: Place): Promise<LogRow> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const { buffer } = await file.read(Buffer.alloc(bytes), 0, bytes, offset);
    return parseRow(buffer.toString("utf8"), path);
  } finally {
    await file?.close();
  }
}

function parseRow(line: string, place: string): LogRow {
  try {
    return logRow.parse(JSON.parse(line));
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : null;
    const reason = issue ? `${issue.path.join(".")} ${issue.message}` : "not JSON";
    throw noScript(`${place}: ${reason}`);
  }
}

/** What each attempt wrote; a line without attempts has one, its `code`. */
function scriptsOf(row: LogRow): string[] {
  const { code, attempt_codes: attempts } = row;
  const listed = typeof attempts === "string" ? parseList(attempts) : attempts;
  return listed && listed.length > 0 ? listed : [code ?? ""];
}

function parseList(text: string): string[] | null {
  try {
    return z.array(z.string()).parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function recordOf(row: LogRow): Partial<ModelReply> {
  return {
    usage: {
      ...UNKNOWN_USAGE,
      inputTokens: row.input_tokens ?? null,
      outputTokens: row.output_tokens ?? null,
      reasoningTokens: row.thoughts_tokens ?? null,
      cachedInputTokens: row.cache_read_tokens ?? null,
    },
    costUsd: row.cost_usd ?? null,
    seconds: row.latency_s ?? 0,
    responseModel: row.model ?? null,
  };
}
