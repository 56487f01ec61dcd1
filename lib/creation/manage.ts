import "server-only";
import { recordAction } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/audit/schema";
import { isWithheld } from "@/lib/battle/data";
import { type Db, db as defaultDb, type Prisma } from "@/lib/db";
import { AppError } from "@/lib/errors";

type Manage = { creationId: string; reason: string; actor: Actor };

/**
 * Hides a creation: it is in no new battle and neither it nor its files are public; open battles finish and count
 * (DESIGN §4). Returns whether it was shown until now. Throws `not_found`.
 */
export async function hideCreation(input: Manage, db = defaultDb): Promise<boolean> {
  return db.$transaction((tx) => setHidden({ ...input, hiddenAt: new Date() }, tx));
}

/** Shows a hidden creation again. Returns whether it was hidden until now. Throws `not_found`. */
export async function unhideCreation(input: Manage, db = defaultDb): Promise<boolean> {
  return db.$transaction((tx) => setHidden({ ...input, hiddenAt: null }, tx));
}

/** Hides a creation or shows it, in a transaction of the caller's. Returns whether that changed anything. Throws `not_found`. */
export async function setHidden(
  { creationId, reason, actor, hiddenAt }: Manage & { hiddenAt: Date | null },
  tx: Prisma.TransactionClient,
): Promise<boolean> {
  const before = await lockCreation(creationId, tx);
  const isHidden = hiddenAt !== null;
  if ((before.hiddenAt !== null) === isHidden) return false;
  await tx.creation.update({
    where: { id: creationId },
    data: { hiddenAt, hiddenReason: isHidden ? reason : null },
    select: { id: true },
  });
  const action = isHidden ? "creation.hide" : "creation.unhide";
  const subject = `creation ${creationId}, ${before.prompt} by ${before.entrant}`;
  await recordAction(
    {
      ...{ actor, action, subject },
      before: before.hiddenAt ? { shown: false, reason: before.hiddenReason } : { shown: true },
      after: { shown: !isHidden, reason },
    },
    tx,
  );
  return true;
}

type Locked = {
  hiddenAt: Date | null;
  hiddenReason: string | null;
  prompt: string;
  entrant: string;
};

async function lockCreation(id: string, tx: Prisma.TransactionClient): Promise<Locked> {
  const rows = await tx.$queryRaw<Locked[]>`
    SELECT c.hidden_at AS "hiddenAt", c.hidden_reason AS "hiddenReason", p.slug AS prompt, e.slug AS entrant
    FROM creations c JOIN prompts p ON p.id = c.prompt_id JOIN entrants e ON e.id = c.entrant_id
    WHERE c.id = ${id}::uuid FOR UPDATE OF c`;
  const [row] = rows;
  if (!row) throw new AppError("not_found", "There is no such creation");
  return row;
}

type PreviewFiles = {
  glbSha256: string | null;
  posterSha256s: string[];
  renderedGlbSha256: string | null;
  renderedPosterSha256s: string[];
};

/**
 * The files of a creation for whoever manages creations, hidden or not. A maintainer votes blind too: throws `forbidden`
 * while their own browser has a battle on its prompt, and `not_found`.
 */
export async function getPreviewFiles(
  { creationId, voterId }: { creationId: string; voterId: string | null },
  db: Db = defaultDb,
): Promise<PreviewFiles> {
  const creation = await db.creation.findUnique({
    where: { id: creationId },
    select: {
      promptId: true,
      ...{ glbSha256: true, posterSha256s: true },
      ...{ renderedGlbSha256: true, renderedPosterSha256s: true },
    },
  });
  if (!creation) throw new AppError("not_found", "There is no such creation");
  const { promptId, ...files } = creation;
  if (await isWithheld({ voterId, promptId }, db))
    throw new AppError("forbidden", "Finish your own battle on this prompt first");
  return files;
}
