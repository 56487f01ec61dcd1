import { createHash } from "node:crypto";
import { access, readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import * as z from "zod";
import { toSlug, toTitle } from "@/lib/prompt/prompt-name";

/** What shows what a prompt means. */
export type PromptReference = { kind: "script" | "glb"; path: string };

/** A prompt as a file gives it, checked. */
export type PromptEntry = {
  /** Its name in the data set it came from, such as `AgaveMonocot_seed0`. */
  source: string;
  slug: string;
  title: string;
  /** What the object is, in the words that voters read. */
  text: string;
  /** The same as an order to a model: the second style. */
  instruction: string | null;
  category: string;
  /** A script or GLB that shows what is meant: its four views illustrate the image track. */
  reference: PromptReference | null;
  details: { group?: string; referenceScriptSha256?: string };
};

export type PromptFile = { entries: PromptEntry[]; refused: { place: string; reason: string }[] };

/** A file of prompts that cannot be read at all; the message says why. */
export class PromptFileError extends Error {
  override readonly name = "PromptFileError";
}

const DEFAULT_CATEGORY = "uncategorised";

const words = (maximum: number) =>
  z
    .string()
    .trim()
    .min(1, "is empty")
    .max(maximum, `is longer than ${maximum} characters`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, "holds control characters");

/** The columns of 3DCodeBench's prompts, and plainer names for files of one's own. Others are ignored. */
const rowSchema = z
  .object({
    instance: words(200).optional(),
    slug: words(100).optional(),
    title: words(120).optional(),
    prompt_description: words(4000).optional(),
    text: words(4000).optional(),
    prompt_instruction: words(4000).nullish(),
    instruction: words(4000).nullish(),
    super_category: words(60).nullish(),
    category: words(60).nullish(),
    group: words(60).nullish(),
    reference_script: words(500).nullish(),
    reference_glb: words(500).nullish(),
  })
  .refine((row) => (row.instance ?? row.slug) !== undefined, "has neither instance nor slug")
  .refine(
    (row) => (row.prompt_description ?? row.text) !== undefined,
    "has neither prompt_description nor text",
  );

type Row = z.infer<typeof rowSchema>;

/**
 * Reads prompts from a .jsonl file, a folder with a prompts.jsonl, or a folder in 3DCodeBench's layout: one
 * folder for each prompt with prompt_description.txt, prompt_instruction.txt and the reference's .py or .glb.
 * What is wrong with one prompt refuses that one alone. Throws a `PromptFileError` when nothing can be read.
 */
export async function readPromptFile(path: string): Promise<PromptFile> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new PromptFileError(`There is no file or folder ${path}.`);
  if (!found.isDirectory()) return toPromptFile(await readLines(path), dirname(path));
  const listed = join(path, "prompts.jsonl");
  if (await exists(listed)) return toPromptFile(await readLines(listed), path);
  return toPromptFile(await readFolders(path), path);
}

/** A row, or why there is none. `place` says where it stood. */
type RawRow = { place: string; value: unknown } | { place: string; reason: string };

async function readLines(path: string): Promise<RawRow[]> {
  const text = (await readFile(path, "utf8")).replace(/^\ufeff/, "");
  const rows = text.split("\n").flatMap((line, index): RawRow[] => {
    const place = `${basename(path)}:${index + 1}`;
    if (line.trim() === "") return [];
    try {
      return [{ place, value: JSON.parse(line) }];
    } catch {
      return [{ place, reason: "is not JSON" }];
    }
  });
  if (rows.length === 0) throw new PromptFileError(`${path} holds no prompt.`);
  return rows;
}

async function readFolders(path: string): Promise<RawRow[]> {
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const rows = await Promise.all(names.sort().map((name) => readFolder(path, name)));
  const isAny = rows.some((row) => "value" in row);
  if (!isAny)
    throw new PromptFileError(
      `${path} has neither a prompts.jsonl nor folders with a prompt_description.txt.`,
    );
  return rows;
}

async function readFolder(path: string, name: string): Promise<RawRow> {
  const place = `${name}/`;
  const files = await readdir(join(path, name));
  const read = (file: string) => readFile(join(path, name, file), "utf8");
  if (!files.includes("prompt_description.txt"))
    return { place, reason: "has no prompt_description.txt" };
  const scripts = files.filter((file) => file.endsWith(".py"));
  const objects = files.filter((file) => file.endsWith(".glb"));
  if (scripts.length > 1 || objects.length > 1)
    return { place, reason: "has more than one reference" };
  return {
    place,
    value: {
      instance: name,
      prompt_description: await read("prompt_description.txt"),
      prompt_instruction: files.includes("prompt_instruction.txt")
        ? await read("prompt_instruction.txt")
        : null,
      reference_script: scripts[0] && `${name}/${scripts[0]}`,
      reference_glb: objects[0] && `${name}/${objects[0]}`,
    },
  };
}

async function toPromptFile(rows: RawRow[], base: string): Promise<PromptFile> {
  const result: PromptFile = { entries: [], refused: [] };
  const seen = new Map<string, string>();
  for (const row of rows) {
    const { place } = row;
    const refuse = (reason: string) => result.refused.push({ place, reason });
    if ("reason" in row) {
      refuse(row.reason);
      continue;
    }
    const parsed = rowSchema.safeParse(row.value);
    if (!parsed.success) {
      refuse(describe(parsed.error));
      continue;
    }
    const source = parsed.data.instance ?? parsed.data.slug ?? "";
    const slug = toSlug(parsed.data.slug ?? source);
    const earlier = seen.get(slug);
    if (slug === "") refuse(`"${source}" gives no address: it has no letter or digit`);
    else if (earlier) refuse(`is the same prompt (${slug}) as ${earlier}`);
    else {
      seen.set(slug, place);
      result.entries.push(await toEntry({ row: parsed.data, source, slug, base }));
    }
  }
  return result;
}

async function toEntry(input: {
  row: Row;
  source: string;
  slug: string;
  base: string;
}): Promise<PromptEntry> {
  const { row, source, slug, base } = input;
  const reference =
    (await findReference("script", row.reference_script, base)) ??
    (await findReference("glb", row.reference_glb, base));
  const isScript = reference?.kind === "script";
  return {
    ...{ source, slug },
    title: row.title ?? toTitle(source),
    text: row.prompt_description ?? row.text ?? "",
    instruction: row.prompt_instruction ?? row.instruction ?? null,
    category: toSlug(row.super_category ?? row.category ?? DEFAULT_CATEGORY) || DEFAULT_CATEGORY,
    reference,
    details: {
      ...(row.group ? { group: row.group } : {}),
      ...(isScript ? { referenceScriptSha256: await sha256Of(reference.path) } : {}),
    },
  };
}

/** A reference inside the folder that the prompts came from; one that points outside is none. */
async function findReference(
  kind: "script" | "glb",
  file: string | null | undefined,
  base: string,
): Promise<PromptReference | null> {
  if (!file) return null;
  const path = resolve(base, file);
  const isOutside = relative(base, path).startsWith("..");
  return !isOutside && (await exists(path)) ? { kind, path } : null;
}

async function sha256Of(path: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function describe(error: z.ZodError): string {
  return error.issues
    .map((issue) => [issue.path.join("."), issue.message].filter(Boolean).join(" "))
    .join("; ");
}
