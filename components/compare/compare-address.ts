import type { PairOutcome } from "@/lib/battle/list-schema";

type ComparePlace = {
  first: string;
  second: string;
  board?: string;
  outcome?: PairOutcome | null;
  /** Only battles before this place of the list. */
  before?: string | null;
};

/** Where two entrants are compared; what is not named is everything. */
export function compareAddress({
  first,
  second,
  board = "all",
  outcome,
  before,
}: ComparePlace): string {
  const query = [
    board !== "all" && `board=${board}`,
    outcome && `outcome=${outcome}`,
    before && `before=${before}`,
  ].filter(Boolean);
  const path = `/compare/${first}/${second}`;
  return query.length === 0 ? path : `${path}?${query.join("&")}`;
}
