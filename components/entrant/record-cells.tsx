import type { ReactNode } from "react";
import { countText, percentText } from "@/components/ui/number-text";
import { countRecord, type VoteRecord, winRateOf } from "@/lib/vote/vote-record";

type RecordCellsProps = {
  record: VoteRecord;
  /** In place of the plain both-bad count: a link to those battles. */
  bothBad?: ReactNode;
};

/** Their heads. */
export const RECORD_COLUMNS = ["Battles", "Win rate", "Wins", "Losses", "Ties", "Both bad"];

/** A record as cells of a table: what says most comes first, because a phone shows no more. */
export function RecordCells({ record, bothBad }: RecordCellsProps) {
  return (
    <>
      <td>{countText(countRecord(record))}</td>
      <td className="font-medium">{percentText(winRateOf(record))}</td>
      <td>{countText(record.wins)}</td>
      <td>{countText(record.losses)}</td>
      <td>{countText(record.ties)}</td>
      <td>{bothBad ?? countText(record.bothBad)}</td>
    </>
  );
}
