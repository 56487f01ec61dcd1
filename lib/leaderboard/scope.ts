/** What a board ranks: everything, one track, or one category of a track. */
export type BoardScope = { track?: string; category?: string };

/** `all`, `<track>` or `<track>/<category>` taken apart. */
export function toScope(board: string): BoardScope {
  if (board === "all") return {};
  const [track, category] = board.split("/");
  return { ...(track && { track }), ...(category && { category }) };
}

/** Whether a (track, category) belongs to a scope. */
export function covers(scope: BoardScope, item: { track: string; category: string }): boolean {
  return (
    (scope.track === undefined || scope.track === item.track) &&
    (scope.category === undefined || scope.category === item.category)
  );
}

/** Every board that these (track, category) pairs make, the widest first, then by name. */
export function listBoardNames(items: { track: string; category: string }[]): string[] {
  const tracks = new Set(items.map((item) => item.track));
  const categories = new Set(items.map((item) => `${item.track}/${item.category}`));
  return ["all", ...[...tracks].sort(), ...[...categories].sort()];
}

/** A board in words: "All tracks", "Text to 3D", "Text to 3D · organic". */
export function toBoardLabel(board: string, trackNames: ReadonlyMap<string, string>): string {
  const { track, category } = toScope(board);
  if (!track) return "All tracks";
  const name = trackNames.get(track) ?? track;
  return category ? `${name} · ${category.replaceAll("-", " ")}` : name;
}
