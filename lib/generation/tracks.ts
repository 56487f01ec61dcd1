/** The kinds of task that scripts are generated for, in the order of their tabs. */
export const TRACKS = [
  { slug: "text-to-3d", name: "Text to 3D", takesImages: false },
  { slug: "image-to-3d", name: "Image to 3D", takesImages: true },
] as const;

export type TrackSlug = (typeof TRACKS)[number]["slug"];

export const TRACK_SLUGS = TRACKS.map(({ slug }) => slug);

export type GenerationTrack = {
  slug: TrackSlug;
  display: "clay" | "rendered";
  takesImages: boolean;
};
