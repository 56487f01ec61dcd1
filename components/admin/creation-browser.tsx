import type { CreationPage, CreationQuery } from "@/lib/admin/creation-schema";
import { CreationTile } from "./creation-tile";
import { EntrantSelect } from "./entrant-select";
import { FilterForm } from "./filter-form";
import { NothingFound } from "./nothing-found";
import { PageLinks } from "./page-links";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";

type CreationBrowserProps = {
  page: CreationPage;
  query: CreationQuery;
  entrants: readonly { slug: string; name: string }[];
};

/** Creations to look through. */
export function CreationBrowser({ page, query, entrants }: CreationBrowserProps) {
  const { q, entrant, show } = query;
  return (
    <>
      <FilterForm path="/admin/creations" isFiltered={Boolean(q ?? entrant ?? show)}>
        <TextField label="Words of the prompt, or an id" name="q" type="search" defaultValue={q} />
        <EntrantSelect entrants={entrants} chosen={entrant} />
        <SelectField label="Show" name="show" defaultValue={show ?? ""}>
          <option value="">All creations</option>
          <option value="ok">Shown alone</option>
          <option value="hidden">Hidden alone</option>
          <option value="failed">Failed alone</option>
        </SelectField>
      </FilterForm>
      {page.creations.length === 0 ? (
        <NothingFound>No creation fits this.</NothingFound>
      ) : (
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4">
          {page.creations.map((creation) => (
            <li key={creation.id} className="flex">
              <CreationTile creation={creation} />
            </li>
          ))}
        </ul>
      )}
      <PageLinks path="/admin/creations" query={query} next={page.next} things="creations" />
    </>
  );
}
