import type { People, PeopleQuery } from "@/lib/admin/people-schema";
import { AdminSection } from "./admin-section";
import { FilterForm } from "./filter-form";
import { InvitationTable } from "./invitation-table";
import { InviteForm } from "./invite-form";
import { NothingFound } from "./nothing-found";
import { PageLinks } from "./page-links";
import { PersonTable } from "./person-table";
import { TextField } from "./text-field";

type PeopleBrowserProps = {
  people: People;
  query: PeopleQuery;
  /** The reader's own id. */
  own: string;
};

/** Everybody with an account, and how to invite more. */
export function PeopleBrowser({ people, query, own }: PeopleBrowserProps) {
  const { staff, invitations, voters, next } = people;
  return (
    <div className="flex flex-col gap-10">
      <AdminSection id="invite" title="Invite somebody">
        <InviteForm />
        {invitations.length > 0 && <InvitationTable invitations={invitations} />}
      </AdminSection>
      <AdminSection id="staff" title="Maintainers and owners">
        <PersonTable people={staff} label="Table of maintainers and owners" own={own} />
      </AdminSection>
      <section aria-labelledby="signed-in">
        <h2 id="signed-in" className="pb-3 font-semibold text-[17px]">
          Voters who signed in
        </h2>
        <FilterForm path="/admin/people" isFiltered={Boolean(query.q)}>
          <TextField label="Name or e-mail address" name="q" type="search" defaultValue={query.q} />
        </FilterForm>
        {voters.length === 0 ? (
          <NothingFound>{query.q ? "Nobody fits this." : "Nobody yet."}</NothingFound>
        ) : (
          <PersonTable people={voters} label="Table of voters who signed in" own={own} />
        )}
        <PageLinks path="/admin/people" query={query} next={next} things="accounts" />
      </section>
    </div>
  );
}
