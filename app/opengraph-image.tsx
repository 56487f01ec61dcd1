import { PREVIEW_SIZE } from "@/components/preview/preview-size";
import { respondWithPreview } from "@/components/preview/respond-with-preview";

export const size = PREVIEW_SIZE;
export const contentType = "image/png";
export const alt = "Polyduel: which 3D object is better?";

export default function OpenGraphImage() {
  return respondWithPreview({
    kicker: "A blind arena",
    title: "Which 3D object is better?",
    lines: [
      "Language models wrote both as Blender code.",
      "You decide; then you see who made them.",
    ],
    pictures: [],
  });
}
