import { requireEnv, trustHostHeader } from "@/lib/env";

/** Runs once before a web process serves: a missing setting stops it here, with the setting's name. */
export async function register(): Promise<void> {
  for (const name of ["DATABASE_URL", "NEXTAUTH_SECRET", "CRON_SECRET"] as const) requireEnv(name);
  trustHostHeader();
  // biome-ignore lint/style/noProcessEnv: Next puts the name of the runtime here when it builds, once for each
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { notePeers } = await import("@/lib/access/note-peers");
  notePeers();
}
