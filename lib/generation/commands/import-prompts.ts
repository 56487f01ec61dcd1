import "server-only";
import { putAsset } from "@/lib/creation/asset-store";
import type { Db } from "@/lib/db";
import { LaunchError } from "@/lib/errors";
import { type CommandContext, withArena } from "@/lib/generation/commands/generation-command";
import { renderReference } from "@/lib/generation/reference-views";
import { type BakeTools, prepareTools, toolSettings } from "@/lib/generation/tools";
import { hasReferenceImages } from "@/lib/prompt/data";
import { importPrompt, setReferenceImages } from "@/lib/prompt/mutations";
import { type PromptEntry, PromptFileError, readPromptFile } from "@/lib/prompt/prompt-file";

/** `npm run generate -- prompts import <path>`. Returns the exit code: 1 when anything was refused. */
export async function importPrompts(
  { path, render }: { path: string; render: boolean },
  context: CommandContext,
): Promise<number> {
  return withArena(async ({ db }) => {
    const outcome = await importInto(db, path, context);
    const failed = render ? await renderAll(outcome.taken, db, context) : 0;
    return outcome.refused > 0 || failed > 0 ? 1 : 0;
  });
}

/** Imports a file and says what became of it. Returns the slugs of the prompts that are in the database now. */
export async function importPromptsInto(
  db: Db,
  path: string,
  context: CommandContext,
): Promise<string[]> {
  const { taken } = await importInto(db, path, context);
  return taken.map(({ entry }) => entry.slug);
}

type Taken = { entry: PromptEntry; promptId: string; isChanged: boolean };

async function importInto(
  db: Db,
  path: string,
  { print }: CommandContext,
): Promise<{ taken: Taken[]; refused: number }> {
  const file = await readPromptFile(path).catch((error) => {
    throw error instanceof PromptFileError ? new LaunchError(error.message) : error;
  });
  const refused = [...file.refused];
  const counts = { new: 0, updated: 0, unchanged: 0 };
  const taken: Taken[] = [];
  for (const entry of file.entries) {
    const outcome = await importPrompt(entry, db);
    if (outcome.result === "refused") refused.push({ place: entry.source, reason: outcome.reason });
    else {
      counts[outcome.result]++;
      const isChanged = outcome.result !== "unchanged";
      taken.push({ entry, promptId: outcome.promptId, isChanged });
    }
  }
  const { new: fresh, updated, unchanged } = counts;
  print(
    `${path}: ${fresh} new, ${updated} updated, ${unchanged} unchanged, ${refused.length} refused.`,
  );
  for (const { place, reason } of refused) print(`  refused ${place}: ${reason}`);
  return { taken, refused: refused.length };
}

/** Draws the reference views that are missing or of a reference that changed. Returns how many could not be. */
async function renderAll(taken: Taken[], db: Db, context: CommandContext): Promise<number> {
  let tools: BakeTools | undefined;
  let failed = 0;
  try {
    for (const { entry, promptId, isChanged } of taken) {
      if (context.stop.aborted) break;
      if (!isChanged && (await hasReferenceImages(promptId, db))) continue;
      if (!entry.reference) {
        failed++;
        context.print(`  no views of ${entry.slug}: the file names no reference script or GLB`);
        continue;
      }
      tools ??= await prepareTools(toolSettings());
      const views = await renderReference(entry.reference, tools, context.end);
      if (!views.ok) {
        failed++;
        context.print(`  no views of ${entry.slug}: ${views.reason}`);
        continue;
      }
      const sha256s: string[] = [];
      for (const picture of views.pictures) sha256s.push(await putAsset(picture));
      await setReferenceImages(promptId, sha256s, db);
      context.print(`  views of ${entry.slug} drawn (Blender ${tools.blenderVersion})`);
    }
  } finally {
    await tools?.close();
  }
  return failed;
}
