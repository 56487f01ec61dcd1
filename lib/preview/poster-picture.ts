import "server-only";
import sharp from "sharp";
import { readAsset } from "@/lib/creation/asset-store";

/** A poster as a data URL. PNG, because the renderer of previews reads no WebP; null where there is none. */
export async function readPosterPicture(
  sha256: string | undefined,
  sizePixels: number,
): Promise<string | null> {
  if (!sha256) return null;
  const webp = await readAsset(sha256);
  const png = await sharp(webp).resize(sizePixels, sizePixels).png().toBuffer();
  return `data:image/png;base64,${png.toString("base64")}`;
}
