import { timeText } from "@/components/ui/number-text";
import type { OpenInvitation } from "@/lib/admin/people-schema";
import { ActionDialog } from "./action-dialog";
import { ScrollBox } from "./scroll-box";

/** Invitations that can still be accepted. */
export function InvitationTable({ invitations }: { invitations: readonly OpenInvitation[] }) {
  return (
    <ScrollBox label="Table of open invitations">
      <table className="w-full whitespace-nowrap text-left text-sm tabular-nums">
        <thead className="text-ink-2">
          <tr className="border-line border-b *:px-4 *:py-3 *:font-medium">
            <th scope="col">Invited</th>
            <th scope="col">As</th>
            <th scope="col">Since</th>
            <th scope="col">Good until</th>
            <td>
              <span className="sr-only">Actions</span>
            </td>
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
    </ScrollBox>
  );
}
