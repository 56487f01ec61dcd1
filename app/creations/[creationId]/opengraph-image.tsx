import { PREVIEW_SIZE } from "@/components/preview/preview-size";
import { respondWithPreview } from "@/components/preview/respond-with-preview";
import { readCreationPreview } from "@/lib/preview/page-preview";
import { getVoterId } from "@/lib/voter/session";

export const size = PREVIEW_SIZE;
export const contentType = "image/png";
export const alt = "A creation";

export default async function OpenGraphImage({
  params,
}: {
  params: Promise<{ creationId: string }>;
}) {
  return respondWithPreview(
    await readCreationPreview({
      address: (await params).creationId,
      voterId: await getVoterId(),
    }),
  );
}
