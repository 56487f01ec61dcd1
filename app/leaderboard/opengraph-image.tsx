import { PREVIEW_SIZE } from "@/components/preview/preview-size";
import { respondWithPreview } from "@/components/preview/respond-with-preview";
import { readLeaderboardPreview } from "@/lib/preview/page-preview";

export const size = PREVIEW_SIZE;
export const contentType = "image/png";
export const alt = "The head of the leaderboard";
export const dynamic = "force-dynamic";

export default async function OpenGraphImage() {
  return respondWithPreview(await readLeaderboardPreview());
}
