import { countText, ratingText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { ManagedEntrant } from "@/lib/admin/entrant-list";
import { ENTRANT_STATUSES } from "@/lib/entrant/entrant-status";
import { ActionDialog } from "./action-dialog";
import { ScrollBox } from "./scroll-box";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";

const STATUS_LOOK = { active: "text-good", paused: "text-warn", retired: "text-ink-3" } as const;
const STATUS_WORDS = { active: "Active", paused: "Paused", retired: "Retired" } as const;

type EntrantTableProps = { entrants: readonly ManagedEntrant[]; mayManage: boolean };

/** Every entrant with its status, and how to change it. */
export function EntrantTable({ entrants, mayManage }: EntrantTableProps) {
  return (
    <ScrollBox label="Entrants">
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
            {mayManage && (
              <td>
                <span className="sr-only">Actions</span>
              </td>
            )}
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
      <td className={`text-left ${STATUS_LOOK[status]}`}>{STATUS_WORDS[status]}</td>
      <td>{ratingText(rating)}</td>
      <td>{countText(battles)}</td>
      <td>{countText(creations.ok)}</td>
      <td>{countText(creations.failed)}</td>
      <td>{countText(creations.hidden)}</td>
      {mayManage && (
        <td>
          <ChangeStatus entrant={entrant} />
        </td>
      )}
    </tr>
  );
}

function ChangeStatus({ entrant: { slug, name, status } }: { entrant: ManagedEntrant }) {
  return (
    <ActionDialog
      trigger="Change"
      triggerLabel={`Change the status of ${name}`}
      title={`Status of ${name}`}
      url={`/api/admin/entrants/${slug}/status`}
      submit="Change"
    >
      <p className="text-ink-2">
        It is {status} now. New battles follow at once; those that are open finish and count.
      </p>
      <SelectField label="Status" name="status" required defaultValue="">
        <option value="" disabled>
          Choose a status
        </option>
        {ENTRANT_STATUSES.filter((other) => other !== status).map((other) => (
          <option key={other} value={other}>
            {STATUS_WORDS[other]}
          </option>
        ))}
      </SelectField>
      <TextField label="Why" name="reason" required minLength={3} maxLength={300} />
    </ActionDialog>
  );
}
