import { ImageResponse } from "next/og";
import { BattlePreviewImage } from "@/components/preview/battle-preview";
import { PREVIEW_SIZE } from "@/components/preview/preview-size";
import { readBattlePreview } from "@/lib/preview/battle-preview";
import { getVoterId } from "@/lib/voter/session";

export const size = PREVIEW_SIZE;
export const contentType = "image/png";
export const alt = "Two objects side by side";

/** The picture of a battle in link previews: both posters once it is voted in, no object before. */
export default async function OpenGraphImage({
  params,
}: {
  params: Promise<{ battleId: string }>;
}) {
  const preview = await readBattlePreview((await params).battleId, await getVoterId());
  const headers = { "cache-control": "private, max-age=300" };
  return new ImageResponse(<BattlePreviewImage {...preview} />, { ...PREVIEW_SIZE, headers });
}
