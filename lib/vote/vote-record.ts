/** Counted votes, seen from one side. */
export type VoteRecord = { wins: number; losses: number; ties: number; bothBad: number };

/** How many votes a record holds. */
export function countRecord({ wins, losses, ties, bothBad }: VoteRecord): number {
  return wins + losses + ties + bothBad;
}

/** Points a vote, ties and both-bad half a point each; null of no vote. */
export function winRateOf(record: VoteRecord): number | null {
  const votes = countRecord(record);
  return votes === 0 ? null : (record.wins + (record.ties + record.bothBad) / 2) / votes;
}

/** Share of both-bad votes; null of no vote. */
export function bothBadRateOf(record: VoteRecord): number | null {
  const votes = countRecord(record);
  return votes === 0 ? null : record.bothBad / votes;
}

/** Two records, or as many as there are, as one. */
export function addRecords(records: readonly VoteRecord[]): VoteRecord {
  const total = { wins: 0, losses: 0, ties: 0, bothBad: 0 };
  for (const { wins, losses, ties, bothBad } of records) {
    total.wins += wins;
    total.losses += losses;
    total.ties += ties;
    total.bothBad += bothBad;
  }
  return total;
}
