import "server-only";
import { isDeepStrictEqual } from "node:util";
import { type Db, db as defaultDb, type Prisma } from "@/lib/db";
import { LaunchError } from "@/lib/errors";
import { type EntrantSpec, toSettings } from "@/lib/generation/entrant-file";

/**
 * Writes entrants of a file into the database and returns their ids by slug. An entrant is a model under fixed
 * settings: one whose settings differ from those its creations were made under is refused by a `LaunchError`
 * that says to give it another slug.
 */
export async function registerEntrants(
  specs: readonly EntrantSpec[],
  db: Db = defaultDb,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const spec of specs) ids.set(spec.slug, await registerEntrant(spec, db));
  return ids;
}

async function registerEntrant(spec: EntrantSpec, db: Db): Promise<string> {
  const { slug, name, kind } = spec;
  const settings = toSettings(spec);
  const known = await db.entrant.findUnique({
    where: { slug },
    select: { id: true, kind: true, settings: true, _count: { select: { creations: true } } },
  });
  const isOther = known && (known.kind !== kind || !isDeepStrictEqual(known.settings, settings));
  if (isOther && known._count.creations > 0)
    throw new LaunchError(
      `Entrant ${slug} has ${known._count.creations} creations made under other settings: ${differing(known.settings, settings)}. Give the new settings a slug of their own.`,
    );
  const modelId = kind === "model" ? await registerModel(spec, db) : null;
  const data = { name, kind, modelId, settings: settings as Prisma.InputJsonObject };
  const { id } = await db.entrant.upsert({
    where: { slug },
    create: { slug, ...data },
    update: data,
    select: { id: true },
  });
  return id;
}

async function registerModel({ model }: EntrantSpec, db: Db): Promise<string> {
  const slug = `${model.provider}/${model.id}`;
  const { name, provider } = model;
  const { id } = await db.model.upsert({
    where: { slug },
    create: { slug, name, provider },
    update: { name },
    select: { id: true },
  });
  return id;
}

function differing(before: unknown, after: Record<string, unknown>): string {
  const known = typeof before === "object" && before !== null ? before : {};
  const names = new Set([...Object.keys(known), ...Object.keys(after)]);
  const changed = [...names].filter(
    (name) => !isDeepStrictEqual(Reflect.get(known, name), after[name]),
  );
  return changed.sort().join(", ") || "kind";
}
