import "server-only";
import { isWithheld } from "@/lib/battle/data";
import { type Db, db as defaultDb } from "@/lib/db";
import { AppError } from "@/lib/errors";

export type CreationFiles = {
  glbSha256: string | null;
  posterSha256s: string[];
  /** The object with its materials; null where the script made none. */
  materialsSha256: string | null;
  /** The script of the attempt that made the object; null when none did. */
  script: string | null;
};

/**
 * The files of a creation, for whoever may see it. Throws `not_found` for one that is unknown or hidden, and
 * `forbidden` while the reader has a battle on its prompt.
 */
export async function getCreationFiles(
  { creationId, voterId }: { creationId: string; voterId: string | null },
  db: Db = defaultDb,
): Promise<CreationFiles> {
  const creation = await db.creation.findFirst({
    where: { id: creationId, hiddenAt: null },
    select: {
      promptId: true,
      glbSha256: true,
      posterSha256s: true,
      renderedGlbSha256: true,
      chosenAttempt: true,
      attempts: { select: { number: true, script: true } },
    },
  });
  if (!creation) throw new AppError("not_found", "There is no such creation");
  const { promptId, glbSha256, posterSha256s, renderedGlbSha256, chosenAttempt } = creation;
  if (await isWithheld({ voterId, promptId }, db))
    throw new AppError("forbidden", "Finish your own battle on this prompt first");
  const chosen = creation.attempts.find(({ number }) => number === chosenAttempt);
  return {
    ...{ glbSha256, posterSha256s },
    materialsSha256: renderedGlbSha256,
    script: chosen?.script ?? null,
  };
}
