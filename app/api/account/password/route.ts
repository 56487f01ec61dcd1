import { requestNetwork } from "@/lib/access/request-network";
import { requirePermission } from "@/lib/access/session";
import { startBrowserSession } from "@/lib/account/browser-session";
import { changePassword } from "@/lib/account/mutations";
import { passwordChangeSchema } from "@/lib/account/schema";
import { formRoute } from "@/lib/form-route";

/** Changes the reader's password and ends their sessions, all but this one. */
export const POST = formRoute({
  authorise: () => requirePermission("account.view"),
  schema: passwordChangeSchema,
  pageOf: () => "/account",
  handle: async ({ current, password }, user) => {
    await changePassword({ user, current, password, network: await requestNetwork() });
    await startBrowserSession(user.id);
    return "/account?notice=password_changed";
  },
});
