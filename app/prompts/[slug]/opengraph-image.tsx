import { PREVIEW_SIZE } from "@/components/preview/preview-size";
import { respondWithPreview } from "@/components/preview/respond-with-preview";
import { readPromptPreview } from "@/lib/preview/page-preview";
import { getVoterId } from "@/lib/voter/session";

export const size = PREVIEW_SIZE;
export const contentType = "image/png";
export const alt = "A prompt and some of what was made of it";

export default async function OpenGraphImage({ params }: { params: Promise<{ slug: string }> }) {
  return respondWithPreview(
    await readPromptPreview({ slug: (await params).slug, voterId: await getVoterId() }),
  );
}
