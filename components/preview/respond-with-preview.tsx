import { ImageResponse } from "next/og";
import type { PagePreview } from "@/lib/preview/page-preview";
import { PreviewCard } from "./preview-card";
import { PREVIEW_SIZE } from "./preview-size";

const NOTHING_HERE: PagePreview = { kicker: "", title: "Not found", lines: [], pictures: [] };

/** The picture itself, or a 404. What it may show depends on the reader, so no shared cache keeps it. */
export function respondWithPreview(preview: PagePreview | null): ImageResponse {
  const headers = { "cache-control": "private, max-age=300" };
  const status = preview ? 200 : 404;
  const card = <PreviewCard {...(preview ?? NOTHING_HERE)} />;
  return new ImageResponse(card, { ...PREVIEW_SIZE, status, headers });
}
