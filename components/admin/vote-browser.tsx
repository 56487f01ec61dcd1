import type { VotePage, VoteQuery } from "@/lib/admin/vote-schema";
import { EntrantSelect } from "./entrant-select";
import { FilterForm } from "./filter-form";
import { NothingFound } from "./nothing-found";
import { PageLinks } from "./page-links";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";
import { VoteActions } from "./vote-actions";
import { VoteTable } from "./vote-table";

const FORM = "vote-actions";

type VoteBrowserProps = {
  page: VotePage;
  query: VoteQuery;
  entrants: readonly { slug: string; name: string }[];
  mayExclude: boolean;
};

/** Votes to look through, and to exclude or restore. */
export function VoteBrowser({ page, query, entrants, mayExclude }: VoteBrowserProps) {
  const { voter, entrant, show } = query;
  return (
    <>
      <FilterForm path="/admin/votes" isFiltered={Boolean(voter ?? entrant ?? show)}>
        <TextField label="Voter" name="voter" defaultValue={voter} spellCheck={false} />
        <EntrantSelect entrants={entrants} chosen={entrant} />
        <SelectField label="Counts" name="show" defaultValue={show ?? ""}>
          <option value="">All votes</option>
          <option value="excluded">Excluded alone</option>
        </SelectField>
      </FilterForm>
      {mayExclude && <VoteActions form={FORM} />}
      {page.votes.length === 0 ? (
        <NothingFound>No vote fits this.</NothingFound>
      ) : (
        <VoteTable votes={page.votes} form={mayExclude ? FORM : null} />
      )}
      <PageLinks path="/admin/votes" query={query} next={page.next} things="votes" />
    </>
  );
}
