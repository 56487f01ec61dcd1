import { creationAddresses } from "@/components/creation/creation-address";
import { countText, NOTHING, percentText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import { winRateInterval } from "@/lib/compare/win-rate-interval";
import type { CreationCard } from "@/lib/creation/schema";
import { countRecord, winRateOf } from "@/lib/vote/vote-record";

const FAILURES: Record<string, string> = {
  exec_error: "Script error",
  no_mesh: "No mesh",
  timeout: "Timed out",
  export_error: "Export failed",
  parse_error: "Not a script",
  crashed: "Crashed",
  rejected: "Over a limit",
};

/** Every entrant's record on one prompt, the most preferred first; who failed stands at the end, with how. */
export function PromptRankingTable({ creations }: { creations: CreationCard[] }) {
  return (
    <>
      <table className="mt-3 w-full text-right text-sm tabular-nums">
        <thead className="text-ink-3 text-xs">
          <tr className="border-line-strong border-b align-bottom *:pb-2 *:font-medium">
            <th scope="col" className="text-left">
              Entrant
            </th>
            <th scope="col" className="px-3 text-left">
              Creation
            </th>
            <DetailHead>Won</DetailHead>
            <DetailHead>Lost</DetailHead>
            <DetailHead>Ties</DetailHead>
            <DetailHead>Both bad</DetailHead>
            <th scope="col" className="w-14">
              Votes
            </th>
            <th scope="col" className="w-20">
              Win rate
            </th>
            <DetailHead>95 % interval</DetailHead>
          </tr>
        </thead>
        {/* Said once for both links of each row: there may be a hundred rows. */}
        <tbody className="[&_a]:flex [&_a]:min-h-11 [&_a]:flex-wrap [&_a]:items-center [&_a]:gap-x-2 [&_a]:py-1 [&_a]:underline [&_a]:decoration-line-strong [&_a]:underline-offset-4 [&_a:hover]:decoration-ink">
          {creations.map((creation) => (
            <Row key={creation.id} creation={creation} />
          ))}
        </tbody>
      </table>
      <p className="max-w-[80ch] pt-3 text-[13px] text-ink-3 leading-5">
        By the win rate on this prompt alone, a tie or a both-bad vote half a win for each. Where
        intervals (Wilson's) overlap, the order is not settled: on so few votes much of it is
        chance.
      </p>
    </>
  );
}

function Row({ creation }: { creation: CreationCard }) {
  const { id, entrant, replicate, status, triangles, record } = creation;
  const votes = countRecord(record);
  const interval = winRateInterval(record);
  const figure = (count: number) => (votes === 0 ? NOTHING : countText(count));
  return (
    <tr className="border-line border-b hover:bg-sunk">
      <th scope="row" className="text-left font-medium normal-nums">
        <QuietLink href={`/entrants/${entrant.slug}`}>
          {entrant.name}
          {replicate > 0 && (
            <span className="font-normal text-[13px] text-ink-3">try {replicate + 1}</span>
          )}
        </QuietLink>
      </th>
      <td className="px-3 text-left">
        <QuietLink
          href={creationAddresses(id).page}
          className={status === "ok" ? "text-ink-2" : "text-bad"}
        >
          {status === "ok"
            ? `${countText(triangles ?? 0)} triangles`
            : (FAILURES[status] ?? status.replaceAll("_", " "))}
        </QuietLink>
      </td>
      <Detail>{figure(record.wins)}</Detail>
      <Detail>{figure(record.losses)}</Detail>
      <Detail>{figure(record.ties)}</Detail>
      <Detail>{figure(record.bothBad)}</Detail>
      <td>{countText(votes)}</td>
      <td className="font-medium">{percentText(winRateOf(record))}</td>
      <Detail>
        {interval ? `${percentText(interval.lower)} to ${percentText(interval.upper)}` : NOTHING}
      </Detail>
    </tr>
  );
}

function DetailHead({ children }: { children: string }) {
  return (
    <th scope="col" className="hidden whitespace-nowrap px-2 md:table-cell">
      {children}
    </th>
  );
}

function Detail({ children }: { children: string }) {
  return <td className="hidden whitespace-nowrap px-2 text-ink-2 md:table-cell">{children}</td>;
}
