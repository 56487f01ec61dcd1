import * as z from "zod";
import { requirePermission } from "@/lib/access/session";
import { endBrowserSession } from "@/lib/account/browser-session";
import { endSessions } from "@/lib/account/mutations";
import { formRoute } from "@/lib/form-route";
import { forgetVoter } from "@/lib/voter/session";

/** Ends every session of the reader, this one too. */
export const POST = formRoute({
  authorise: () => requirePermission("account.view"),
  schema: z.object({}),
  pageOf: () => "/account",
  handle: async (_, user) => {
    await endSessions(user);
    await endBrowserSession();
    await forgetVoter();
    return "/sign-in?notice=signed_out_everywhere";
  },
});
