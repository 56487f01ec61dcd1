import { countText, ratingText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { ManagedEntrant } from "@/lib/admin/entrant-list";
import { ChangeStatus } from "./change-status";
import { ENTRANT_LOOKS, ENTRANT_WORDS } from "./entrant-words";
import { ScrollBox } from "./scroll-box";

type EntrantTableProps = { entrants: readonly ManagedEntrant[]; mayManage: boolean };

/** Every entrant with its status, and how to change it. */
export function EntrantTable({ entrants, mayManage }: EntrantTableProps) {
  return (
    <ScrollBox label="Table of entrants">
      <table className="w-full whitespace-nowrap text-right text-sm tabular-nums">
        <thead className="text-ink-2">
          <tr className="border-line border-b *:px-4 *:py-3 *:font-medium">
            <th scope="col" className="text-left">
              Entrant
            </th>
            <th scope="col" className="text-left">
              Status
            </th>
            <th scope="col">Rating</th>
            <th scope="col">Battles</th>
            <th scope="col">Worked</th>
            <th scope="col">Failed</th>
            <th scope="col">Hidden</th>
          </tr>
        </thead>
        <tbody>
          {entrants.map((entrant) => (
            <EntrantRow key={entrant.slug} entrant={entrant} mayManage={mayManage} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function EntrantRow({ entrant, mayManage }: { entrant: ManagedEntrant; mayManage: boolean }) {
  const { slug, name, kind, status, model, creations, battles, rating } = entrant;
  return (
    <tr className="border-line border-b *:px-4 *:py-2.5 last:border-b-0">
      <th scope="row" className="text-left font-medium leading-5">
        <QuietLink href={`/entrants/${slug}`} className="underline-offset-4 hover:underline">
          {name}
        </QuietLink>
        <span className="block font-normal text-[13px] text-ink-3">{model ?? kind}</span>
      </th>
      <td>
        <div className="flex items-center gap-3">
          <span className={`w-14 text-left ${ENTRANT_LOOKS[status]}`}>{ENTRANT_WORDS[status]}</span>
          {mayManage && <ChangeStatus slug={slug} name={name} status={status} />}
        </div>
      </td>
      <td>{ratingText(rating)}</td>
      <td>{countText(battles)}</td>
      <td>{countText(creations.ok)}</td>
      <td>{countText(creations.failed)}</td>
      <td>{countText(creations.hidden)}</td>
    </tr>
  );
}
