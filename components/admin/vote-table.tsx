import { countText, NOTHING, timeText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { ListedVote } from "@/lib/admin/vote-schema";
import { AdminTable } from "./admin-table";
import { REASON_WORDS } from "./reason-words";
import { SelectAll } from "./select-all";
import { lookText, OUTCOME_WORDS } from "./vote-words";

type VoteTableProps = {
  votes: readonly ListedVote[];
  /** The form that acts on what is ticked; null for a reader who may not act. */
  form: string | null;
};

const LINK = "underline-offset-4 hover:underline";

/** Votes, the newest first, each to be ticked for what the form does. */
export function VoteTable({ votes, form }: VoteTableProps) {
  return (
    <AdminTable
      label="Table of votes"
      columns={["Vote", "Counts", "Voter", "Prompt", "Left, right", "Outcome"]}
      tickAll={form && <SelectAll form={form} />}
      isTight
    >
      {votes.map((vote) => (
        <VoteRow key={vote.id} vote={vote} form={form} />
      ))}
    </AdminTable>
  );
}

function VoteRow({ vote, form }: { vote: ListedVote; form: string | null }) {
  const { seq, at, voter, prompt, left, right, outcome, excluded } = vote;
  return (
    <tr className="border-line border-b *:px-3 *:py-2.5 last:border-b-0 has-checked:bg-sunk">
      {form && (
        <td>
          <input
            type="checkbox"
            name="vote"
            value={vote.id}
            form={form}
            aria-label={`Vote ${seq ?? "not placed yet"}`}
            className="block size-4.5 accent-accent pointer-coarse:size-6"
          />
        </td>
      )}
      <th scope="row" className="font-medium leading-6">
        {seq === null ? NOTHING : countText(seq)}
        <time dateTime={at} className="block font-normal text-[13px] text-ink-3">
          {timeText(at)}
        </time>
      </th>
      <td className="leading-6">
        {excluded ? (
          <span className="text-bad">
            Excluded
            <span className="block text-[13px]">{REASON_WORDS[excluded.reason]}</span>
          </span>
        ) : (
          <span className="text-good">Counted</span>
        )}
      </td>
      <td className="leading-6">
        <QuietLink
          href={{ pathname: "/admin/votes", query: { voter } }}
          className={`block font-mono text-[13px] ${LINK}`}
        >
          {voter}
        </QuietLink>
        <span className="block text-[13px] text-ink-3">{lookText(vote)}</span>
      </td>
      <td className="max-w-48 truncate">
        <QuietLink href={`/prompts/${prompt.slug}`} className={LINK}>
          {prompt.title}
        </QuietLink>
      </td>
      <td className="leading-6">
        <span className={`block ${outcome === "left" ? "font-medium" : "text-ink-2"}`}>
          {left.name}
        </span>
        <span className={`block ${outcome === "right" ? "font-medium" : "text-ink-2"}`}>
          {right.name}
        </span>
      </td>
      <td>{OUTCOME_WORDS[outcome]}</td>
    </tr>
  );
}
