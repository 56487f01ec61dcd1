import * as z from "zod";
import { requirePermission } from "@/lib/access/session";
import { SIGN_IN_WAYS } from "@/lib/account/auth-options";
import { removeSite } from "@/lib/account/mutations";
import { SIGN_IN_SITES } from "@/lib/account/schema";
import { formRoute } from "@/lib/form-route";

/** Takes away the reader's way to sign in with another site. */
export const POST = formRoute({
  authorise: () => requirePermission("account.view"),
  schema: z.object({ site: z.enum(SIGN_IN_SITES) }),
  pageOf: () => "/account",
  handle: async ({ site }, user) => {
    await removeSite({ user, site, hasMailLinks: SIGN_IN_WAYS.email });
    return "/account?notice=github_removed";
  },
});
