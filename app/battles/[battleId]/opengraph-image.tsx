import { ImageResponse } from "next/og";
import { PREVIEW_SIZE, PreviewImage } from "@/components/reveal/preview-image";
import { readPreview } from "@/lib/reveal/preview";

export const size = PREVIEW_SIZE;
export const contentType = "image/png";
export const alt = "Two objects side by side";

/** The picture of a battle in link previews: both posters once it is voted in, no object before. */
export default async function OpenGraphImage({
  params,
}: {
  params: Promise<{ battleId: string }>;
}) {
  const preview = await readPreview((await params).battleId);
  return new ImageResponse(<PreviewImage {...preview} />, PREVIEW_SIZE);
}
