import "server-only";
import { getBattleSide } from "@/lib/battle/data";
import type { Side } from "@/lib/battle/schema";
import { readPosterPicture } from "@/lib/preview/poster-picture";
import { findBattleRecord } from "@/lib/reveal/find";

const POSTER_PIXELS = 452;

export type BattlePreview = {
  title: string;
  /** PNG data URLs and names of both sides; null while nothing may be shown. */
  sides: { picture: string | null; name: string }[] | null;
};

/** What a link preview of a battle shows this reader: services that make previews have no cookie. */
export async function readBattlePreview(
  address: string,
  voterId: string | null,
): Promise<BattlePreview> {
  const found = await findBattleRecord(address, voterId);
  if (found.state !== "shown") return { title: "Which 3D object is better?", sides: null };
  const { battleId, prompt, left, right } = found.record;
  const picture = async (side: Side) => {
    const { posterSha256s } = await getBattleSide({ battleId, side, voterId });
    return readPosterPicture(posterSha256s[0], POSTER_PIXELS);
  };
  const sides = [
    { picture: await picture("left"), name: left.name },
    { picture: await picture("right"), name: right.name },
  ];
  return { title: prompt.title, sides };
}
