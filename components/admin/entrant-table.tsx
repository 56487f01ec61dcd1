import { countText, ratingText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { ManagedEntrant } from "@/lib/admin/entrant-list";
import { AdminTable } from "./admin-table";
import { ChangeStatus } from "./change-status";
import { ENTRANT_LOOKS, ENTRANT_WORDS } from "./entrant-words";

type EntrantTableProps = { entrants: readonly ManagedEntrant[]; mayManage: boolean };

/** Every entrant with its status, and how to change it. */
export function EntrantTable({ entrants, mayManage }: EntrantTableProps) {
  return (
    <AdminTable
      label="Table of entrants"
      columns={["Entrant", "Status"]}
      figures={["Rating", "Battles", "Worked", "Failed", "Hidden"]}
    >
      {entrants.map((entrant) => (
        <EntrantRow key={entrant.slug} entrant={entrant} mayManage={mayManage} />
      ))}
    </AdminTable>
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
