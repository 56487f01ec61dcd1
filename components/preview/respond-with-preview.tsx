import { ImageResponse } from "next/og";
import type { PagePreview } from "@/lib/preview/page-preview";
import { PreviewCard } from "./preview-card";
import { PREVIEW_SIZE } from "./preview-size";

/** The picture itself. What it may show depends on the reader, so no shared cache keeps it. */
export function respondWithPreview(preview: PagePreview): ImageResponse {
  const headers = { "cache-control": "private, max-age=300" };
  return new ImageResponse(<PreviewCard {...preview} />, { ...PREVIEW_SIZE, headers });
}
