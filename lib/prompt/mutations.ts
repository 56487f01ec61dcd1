import "server-only";
import { type Db, db as defaultDb } from "@/lib/db";
import type { PromptEntry } from "@/lib/prompt/prompt-file";

export type PromptImport =
  | { result: "new" | "updated" | "unchanged"; promptId: string }
  | { result: "refused"; reason: string };

/**
 * Writes one prompt. Words that objects were made from never change: a prompt with creations is refused when
 * its text or instruction differs, and only its title, category and details follow the file.
 */
export async function importPrompt(entry: PromptEntry, db: Db = defaultDb): Promise<PromptImport> {
  const { source, slug, title, text, instruction, category, details } = entry;
  const known = await db.prompt.findFirst({
    where: { OR: [{ source }, { slug }] },
    select: {
      ...{ id: true, source: true, slug: true, title: true, text: true, instruction: true },
      ...{ category: true, details: true, _count: { select: { creations: true } } },
    },
  });
  const data = { source, slug, title, text, instruction, category, details };
  if (!known) {
    const { id } = await db.prompt.create({ data, select: { id: true } });
    return { result: "new", promptId: id };
  }
  if (known.source !== source || known.slug !== slug)
    return {
      result: "refused",
      reason: `the address ${slug} belongs to another prompt (${known.source ?? known.slug})`,
    };
  const isSameWords = known.text === text && known.instruction === instruction;
  if (!isSameWords && known._count.creations > 0)
    return {
      result: "refused",
      reason: `its words differ from those that ${known._count.creations} creations were made from`,
    };
  const isSame =
    isSameWords &&
    known.title === title &&
    known.category === category &&
    isSameDetails(known.details, details);
  if (isSame) return { result: "unchanged", promptId: known.id };
  await db.prompt.update({ where: { id: known.id }, data });
  return { result: "updated", promptId: known.id };
}

function isSameDetails(known: unknown, details: PromptEntry["details"]): boolean {
  if (typeof known !== "object" || known === null) return false;
  const entries = (value: object) => JSON.stringify(Object.entries(value).sort());
  return entries(known) === entries(details);
}

/** Gives a prompt its four reference views, by the SHA-256 of files in the asset store. */
export async function setReferenceImages(
  promptId: string,
  sha256s: string[],
  db: Db = defaultDb,
): Promise<void> {
  await db.prompt.update({ where: { id: promptId }, data: { referenceSha256s: sha256s } });
}
