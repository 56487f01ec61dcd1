import { PREVIEW_SIZE } from "@/components/preview/preview-size";
import { respondWithPreview } from "@/components/preview/respond-with-preview";
import { readEntrantPreview } from "@/lib/preview/page-preview";
import { getVoterId } from "@/lib/voter/session";

export const size = PREVIEW_SIZE;
export const contentType = "image/png";
export const alt = "An entrant and some of its objects";

export default async function OpenGraphImage({ params }: { params: Promise<{ slug: string }> }) {
  return respondWithPreview(
    await readEntrantPreview({ slug: (await params).slug, voterId: await getVoterId() }),
  );
}
