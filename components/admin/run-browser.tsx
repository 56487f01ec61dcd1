import { statusWords } from "@/components/creation/status-words";
import type { RunPage, RunQuery, RunSums } from "@/lib/admin/creation-schema";
import type { QueueOverview } from "@/lib/admin/queue-overview";
import { CREATION_STATUSES } from "@/lib/generation/creation-status";
import { AdminSection } from "./admin-section";
import { EntrantSelect } from "./entrant-select";
import { FilterForm } from "./filter-form";
import { NothingFound } from "./nothing-found";
import { PageLinks } from "./page-links";
import { QueueSection } from "./queue-section";
import { RunSumTable } from "./run-sum-table";
import { RunTable } from "./run-table";
import { SelectField } from "./select-field";

type RunBrowserProps = {
  entrants: readonly { slug: string; name: string }[];
  queue: QueueOverview;
  runs: RunPage;
  sums: RunSums;
  query: RunQuery;
};

/** The queue, what was made lately, and what it took. */
export function RunBrowser({ entrants, queue, runs, sums, query }: RunBrowserProps) {
  const { entrant, status } = query;
  const name = entrants.find(({ slug }) => slug === entrant)?.name;
  return (
    <div className="flex flex-col gap-10">
      <QueueSection queue={queue} />
      <AdminSection id="sums" title={`The last ${sums.summedDays} days${name ? `: ${name}` : ""}`}>
        {sums.days.length === 0 ? (
          <NothingFound>Nothing was made in these days.</NothingFound>
        ) : (
          <>
            <RunSumTable sums={sums.days} of="Day (UTC)" />
            {!name && <RunSumTable sums={sums.entrants} of="Entrant" />}
          </>
        )}
      </AdminSection>
      <section aria-labelledby="made">
        <h2 id="made" className="pb-3 font-semibold text-[17px]">
          Made lately
        </h2>
        <FilterForm path="/admin/runs" isFiltered={Boolean(entrant ?? status)}>
          <EntrantSelect entrants={entrants} chosen={entrant} />
          <SelectField label="Ending" name="status" defaultValue={status ?? ""}>
            <option value="">Any ending</option>
            {CREATION_STATUSES.map((each) => (
              <option key={each} value={each}>
                {statusWords(each)}
              </option>
            ))}
          </SelectField>
        </FilterForm>
        {runs.runs.length === 0 ? (
          <NothingFound>No creation fits this.</NothingFound>
        ) : (
          <RunTable runs={runs.runs} />
        )}
        <PageLinks path="/admin/runs" query={query} next={runs.next} things="creations" />
      </section>
    </div>
  );
}
