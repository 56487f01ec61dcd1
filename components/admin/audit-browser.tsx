import { ACTION_WORDS } from "@/lib/audit/action-words";
import type { AuditPage, AuditQuery } from "@/lib/audit/schema";
import { AuditTable } from "./audit-table";
import { FilterForm } from "./filter-form";
import { NothingFound } from "./nothing-found";
import { PageLinks } from "./page-links";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";

/** The audit log to look through. */
export function AuditBrowser({ page, query }: { page: AuditPage; query: AuditQuery }) {
  const { actor, action, subject } = query;
  return (
    <>
      <FilterForm path="/admin/audit" isFiltered={Boolean(actor ?? action ?? subject)}>
        <TextField label="Who" name="actor" defaultValue={actor} spellCheck={false} />
        <SelectField label="What" name="action" defaultValue={action ?? ""}>
          <option value="">Everything</option>
          {Object.entries(ACTION_WORDS).map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </SelectField>
        <TextField label="On what" name="subject" defaultValue={subject} spellCheck={false} />
      </FilterForm>
      {page.entries.length === 0 ? (
        <NothingFound>No entry fits this.</NothingFound>
      ) : (
        <AuditTable entries={page.entries} />
      )}
      <PageLinks path="/admin/audit" query={query} next={page.next} things="entries" />
    </>
  );
}
