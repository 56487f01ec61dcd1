import { notePeers } from "@/lib/access/note-peers";
import { requireEnv, trustHostHeader } from "@/lib/env";

/** Runs once before a web process serves: a missing setting stops it here, with the setting's name. */
export function register(): void {
  for (const name of ["DATABASE_URL", "NEXTAUTH_SECRET", "CRON_SECRET"] as const) requireEnv(name);
  trustHostHeader();
  notePeers();
}
