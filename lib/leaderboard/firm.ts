/** Below this many battles a rating still wanders (DESIGN §5; the peers' "provisional"). */
export const FIRM_BATTLES = 100;

/** How many more battles until an entrant's rating is firm; 0 once it is. */
export function battlesToFirm(battles: number): number {
  return Math.max(FIRM_BATTLES - battles, 0);
}
