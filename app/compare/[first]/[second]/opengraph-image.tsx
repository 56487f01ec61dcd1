import { PREVIEW_SIZE } from "@/components/preview/preview-size";
import { respondWithPreview } from "@/components/preview/respond-with-preview";
import { readComparisonPreview } from "@/lib/preview/page-preview";

export const size = PREVIEW_SIZE;
export const contentType = "image/png";
export const alt = "Two entrants against each other";

type Params = { first: string; second: string };

export default async function OpenGraphImage({ params }: { params: Promise<Params> }) {
  return respondWithPreview(await readComparisonPreview(await params));
}
