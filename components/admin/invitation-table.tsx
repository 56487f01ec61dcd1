import { timeText } from "@/components/ui/number-text";
import type { OpenInvitation } from "@/lib/admin/people-schema";
import { ActionDialog } from "./action-dialog";
import { AdminTable } from "./admin-table";

/** Invitations that can still be accepted. */
export function InvitationTable({ invitations }: { invitations: readonly OpenInvitation[] }) {
  return (
    <AdminTable
      label="Table of open invitations"
      columns={["Invited", "As", "Since", "Good until"]}
      hasActions
    >
      {invitations.map(({ id, email, role, invitedAt, expiresAt }) => (
        <tr key={id} className="border-line border-b *:px-4 *:py-2.5 last:border-b-0">
          <th scope="row" className="font-medium">
            {email}
          </th>
          <td className="first-letter:uppercase">{role}</td>
          <td className="text-ink-2">
            <time dateTime={invitedAt}>{timeText(invitedAt)}</time>
          </td>
          <td className="text-ink-2">
            <time dateTime={expiresAt}>{timeText(expiresAt)}</time>
          </td>
          <td className="text-right">
            <ActionDialog
              trigger="Withdraw"
              triggerLabel={`Withdraw the invitation of ${email}`}
              look="quiet"
              title={`Withdraw the invitation of ${email}`}
              url={`/api/admin/people/invitations/${id}`}
              method="DELETE"
              submit="Withdraw"
            >
              <p className="text-ink-2">The link that they were sent will no longer work.</p>
            </ActionDialog>
          </td>
        </tr>
      ))}
    </AdminTable>
  );
}
