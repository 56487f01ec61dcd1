import "server-only";
import { availableParallelism } from "node:os";
import type { connect, Db } from "@/lib/db";
import { registerEntrants } from "@/lib/entrant/mutations";
import { LaunchError } from "@/lib/errors";
import { createBakeSlots } from "@/lib/generation/bake-slots";
import type { MakeArguments } from "@/lib/generation/commands/generate-arguments";
import { type CommandContext, withArena } from "@/lib/generation/commands/generation-command";
import { importPromptsInto } from "@/lib/generation/commands/import-prompts";
import { type GenerationPrompt, listPrompts } from "@/lib/generation/data";
import { describePlan } from "@/lib/generation/dry-run";
import { type EntrantSpec, readEntrantFile } from "@/lib/generation/entrant-file";
import { createMaker } from "@/lib/generation/maker";
import { openTrack } from "@/lib/generation/mutations";
import { type Plan, planCreations } from "@/lib/generation/plan";
import { type RunEvent, runPlan } from "@/lib/generation/run";
import { createRunProgress } from "@/lib/generation/run-progress";
import { addEvent, describeTotals, emptyTotals } from "@/lib/generation/run-summary";
import { prepareTools, toolSettings } from "@/lib/generation/tools";
import { enqueueCreations } from "@/lib/queue/mutations";

/** `npm run generate -- --entrants … --prompts …`. Returns the exit code. */
export async function makeCreations(
  options: MakeArguments,
  context: CommandContext,
): Promise<number> {
  const entrants = await chooseEntrants(options);
  return withArena(async ({ db, pool }) => {
    const prompts = await choosePrompts(options.prompts, db, context);
    const track = await openTrack(options.track, db);
    const plan = await planCreations(
      { entrants, prompts, track, replicates: options.replicates },
      db,
    );
    tellLeftOut(plan, context);
    if (options["dry-run"]) {
      for (const line of await describePlan(plan, db)) context.print(line);
      return 0;
    }
    await registerEntrants(entrants, db);
    if (options.enqueue) {
      const count = await enqueueCreations(plan.missing, pool);
      context.print(`${count} creations are on the queue. Start npm run worker to make them.`);
      return 0;
    }
    if (plan.missing.length === 0) {
      context.print(`Nothing is missing: all ${plan.made} creations are there.`);
      return 0;
    }
    return makeHere(plan, options, context, db);
  });
}

async function makeHere(
  plan: Plan,
  options: MakeArguments,
  context: CommandContext,
  db: ReturnType<typeof connect>["db"],
): Promise<number> {
  const tools = await prepareTools(toolSettings());
  const totals = emptyTotals();
  try {
    context.print(
      `${plan.missing.length} creations to make, ${plan.made} are there. Blender ${tools.blenderVersion}, sandbox ${tools.blender.level}.`,
    );
    const bakes = Math.min(options.concurrency, availableParallelism());
    const maker = createMaker({ tools, slots: createBakeSlots(bakes) }, db);
    const total = plan.missing.length;
    const progress = createRunProgress({ total, totals, output: process.stdout });
    const onEvent = (event: RunEvent) => {
      addEvent(totals, event);
      progress.show(event);
    };
    const tellStopping = () =>
      context.print("Finishing what runs; once more Ctrl-C ends it now, and that is made again.");
    context.stop.addEventListener("abort", tellStopping);
    try {
      await runPlan(plan.missing, {
        concurrency: options.concurrency,
        make: (planned, onStage) => maker.make(planned, { signal: context.end, onStage }),
        onEvent,
        stop: context.stop,
        maxCostUsd: options["max-cost"],
      });
    } finally {
      context.stop.removeEventListener("abort", tellStopping);
      progress.end();
    }
  } finally {
    await tools.close();
    for (const line of describeTotals(totals)) context.print(line);
  }
  const left = plan.missing.length - totals.ok - totals.failed - totals.taken;
  if (left > 0) context.print(`\n${left} are still missing: the same command goes on with them.`);
  return left > 0 ? 1 : 0;
}

/** The entrants asked for, with --attempts in place of their own. */
async function chooseEntrants(options: MakeArguments): Promise<EntrantSpec[]> {
  const known = await readEntrantFile(options.file);
  const isAll = options.entrants.includes("all");
  const unknown = options.entrants.filter(
    (slug) => slug !== "all" && !known.some((entrant) => entrant.slug === slug),
  );
  if (unknown.length > 0)
    throw new LaunchError(
      `${options.file} has no entrant ${unknown.join(", ")}; it has ${known.map(({ slug }) => slug).join(", ")}.`,
    );
  const { attempts } = options;
  return known
    .filter(({ slug }) => isAll || options.entrants.includes(slug))
    .map((entrant) =>
      attempts && entrant.strategy !== "single" ? { ...entrant, attempts } : entrant,
    );
}

async function choosePrompts(
  names: string[],
  db: Db,
  context: CommandContext,
): Promise<GenerationPrompt[]> {
  if (names.includes("all")) return requireSome(await listPrompts(null, db));
  const [first] = names;
  if (names.length === 1 && first && /[./]/.test(first)) {
    const imported = await importPromptsInto(db, first, context);
    return requireSome(await listPrompts(imported, db));
  }
  const prompts = await listPrompts(names, db);
  const unknown = names.filter(
    (name) => !prompts.some(({ slug, source }) => slug === name || source === name),
  );
  if (unknown.length > 0)
    throw new LaunchError(
      `The database has no prompt ${unknown.join(", ")}. Import prompts with: npm run generate -- prompts import <file>`,
    );
  return prompts;
}

function requireSome(prompts: GenerationPrompt[]): GenerationPrompt[] {
  if (prompts.length === 0)
    throw new LaunchError(
      "There is no prompt to make anything for. Import some with: npm run generate -- prompts import <file>",
    );
  return prompts;
}

function tellLeftOut({ withoutImages }: Plan, { print }: CommandContext): void {
  if (withoutImages.length === 0) return;
  const shown = withoutImages.slice(0, 5).join(", ");
  const more = withoutImages.length > 5 ? ` and ${withoutImages.length - 5} more` : "";
  print(
    `Left out, because they have no reference views: ${shown}${more}. ` +
      "Draw them with: npm run generate -- prompts import <file> --render",
  );
}
