import "server-only";
import { type Db, db as defaultDb } from "@/lib/db";
import { type GenerationTrack, TRACKS, type TrackSlug } from "@/lib/generation/tracks";

/** A track as the database has it, made on first use with the paper's clay display. */
export async function openTrack(slug: TrackSlug, db: Db = defaultDb): Promise<GenerationTrack> {
  const position = TRACKS.findIndex((track) => track.slug === slug);
  const { name, takesImages } = TRACKS[position] ?? TRACKS[0];
  // Not an upsert: many workers open a track at the same time.
  await db.track.createMany({ data: [{ slug, name, position }], skipDuplicates: true });
  const { display } = await db.track.findUniqueOrThrow({
    where: { slug },
    select: { display: true },
  });
  return { slug, display, takesImages };
}
