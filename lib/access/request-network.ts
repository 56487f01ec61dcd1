import "server-only";
import { headers } from "next/headers";
import { clientAddress, networkOf } from "@/lib/access/client-address";
import { env } from "@/lib/env";

/** The network that the request being answered came from. */
export async function requestNetwork(): Promise<string> {
  const sent = await headers();
  return networkOf(clientAddress((name) => sent.get(name), env.TRUSTED_PROXIES));
}
