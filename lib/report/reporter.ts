import "server-only";
import { createHmac } from "node:crypto";
import { headers } from "next/headers";
import { clientAddress, networkOf } from "@/lib/access/client-address";
import { env, requireEnv } from "@/lib/env";

/**
 * Who reports, as far as it matters: one network is one reporter, whatever cookies it brings. A keyed hash, because the
 * address itself is nobody's business.
 */
export async function getReporter(): Promise<string> {
  const sent = await headers();
  const network = networkOf(clientAddress((name) => sent.get(name), env.TRUSTED_PROXIES));
  return createHmac("sha256", requireEnv("NEXTAUTH_SECRET"))
    .update(`reporter ${network}`)
    .digest("hex");
}
