type PromptPlace = {
  prompt: { slug: string; tracks: { slug: string }[] };
  track?: string;
  /** Only creations after this one. */
  after?: string;
  /** Only battles before this place of the list. */
  before?: string;
};

/** Where a prompt is shown; its first track needs no mention. */
export function promptAddress({ prompt, track, after, before }: PromptPlace): string {
  const query = [
    track && track !== prompt.tracks[0]?.slug && `track=${track}`,
    after && `after=${after}`,
    before && `before=${before}`,
  ].filter(Boolean);
  const path = `/prompts/${prompt.slug}`;
  return query.length === 0 ? path : `${path}?${query.join("&")}`;
}
