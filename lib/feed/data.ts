import "server-only";
import { type Db, db as defaultDb } from "@/lib/db";
import type { EntrantFeed } from "@/lib/feed/entrant-feed";
import { siteUrl } from "@/lib/feed/site-url";
import type { EntrantKind } from "@/lib/generated/prisma/client.ts";

/** How many entrants a feed tells of. */
const FEED_LENGTH = 50;

/** The newest entrants, as a feed. */
export async function getEntrantFeed(db: Db = defaultDb): Promise<EntrantFeed> {
  const entrants = await db.entrant.findMany({
    select: {
      ...{ slug: true, name: true, kind: true, createdAt: true },
      model: { select: { name: true, provider: true } },
    },
    orderBy: [{ createdAt: "desc" }, { slug: "asc" }],
    take: FEED_LENGTH,
  });
  return {
    title: "Polyduel: new entrants",
    description: "Who has joined the blind arena for 3D objects written as Blender code.",
    homeUrl: siteUrl("/leaderboard"),
    items: entrants.map(({ slug, name, kind, createdAt, model }) => ({
      url: siteUrl(`/entrants/${slug}`),
      title: name,
      summary: model
        ? `${model.name} by ${model.provider}, under fixed settings.`
        : BASELINES[kind],
      addedAt: createdAt,
    })),
  };
}

const BASELINES: Record<EntrantKind, string> = {
  model: "A model under fixed settings.",
  human: "A baseline: scripts that people wrote.",
  neural: "A baseline: meshes that a neural network made without code.",
  sample: "A built-in sample, which shows how the arena works.",
};
