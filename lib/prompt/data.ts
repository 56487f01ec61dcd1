import "server-only";
import { type Db, db as defaultDb } from "@/lib/db";

/** Whether a prompt has its four reference views. */
export async function hasReferenceImages(promptId: string, db: Db = defaultDb): Promise<boolean> {
  return (
    (await db.prompt.count({ where: { id: promptId, referenceSha256s: { isEmpty: false } } })) > 0
  );
}

/** The SHA-256 of one reference view of a prompt; null when there is no such prompt or view. */
export async function getReferenceImage(
  slug: string,
  view: number,
  db: Db = defaultDb,
): Promise<string | null> {
  const prompt = await db.prompt.findUnique({
    where: { slug },
    select: { referenceSha256s: true },
  });
  return prompt?.referenceSha256s[view] ?? null;
}
