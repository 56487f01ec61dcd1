import "server-only";
import sharp from "sharp";
import { getBattleSide } from "@/lib/battle/data";
import type { Side } from "@/lib/battle/schema";
import { readAsset } from "@/lib/creation/asset-store";
import { findBattleRecord } from "@/lib/reveal/find";

export type Preview = {
  title: string;
  /** PNG data URLs and names of both sides; null while nothing may be shown. */
  sides: { picture: string; name: string }[] | null;
};

/** What a link preview of a battle shows to anybody. */
export async function readPreview(address: string): Promise<Preview> {
  const found = await findBattleRecord(address, null);
  if (found.state !== "shown") return { title: "Which 3D object is better?", sides: null };
  const { battleId, prompt, left, right } = found.record;
  const sides = [
    { picture: await readPoster(battleId, "left"), name: left.name },
    { picture: await readPoster(battleId, "right"), name: right.name },
  ];
  return { title: prompt.title, sides };
}

/** PNG, because the renderer of previews reads no WebP. */
async function readPoster(battleId: string, side: Side): Promise<string> {
  const { posterSha256s } = await getBattleSide({ battleId, side, voterId: null });
  const webp = await readAsset(posterSha256s[0] ?? "");
  return `data:image/png;base64,${(await sharp(webp).png().toBuffer()).toString("base64")}`;
}
