import { requestNetwork } from "@/lib/access/request-network";
import { startBrowserSession } from "@/lib/account/browser-session";
import { acceptInvitation } from "@/lib/account/invitations";
import { acceptanceSchema } from "@/lib/account/schema";
import { formRoute } from "@/lib/form-route";
import { adoptVoter } from "@/lib/voter/session";

/** Accepts an invitation with a name and a password, and signs in. */
export const POST = formRoute({
  // The link is what it takes.
  authorise: async () => null,
  schema: acceptanceSchema,
  pageOf: (sent) => `/invite/${encodeURIComponent(String(sent.get("token")))}`,
  handle: async ({ token, name, password }) => {
    const network = await requestNetwork();
    const { userId } = await acceptInvitation({ token, name, password, network });
    await startBrowserSession(userId);
    await adoptVoter(userId);
    return "/account?notice=welcome";
  },
});
