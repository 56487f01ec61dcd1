import { LaunchError } from "@/lib/errors";

async function main(): Promise<number> {
  try {
    const { parseAdminArguments, invite } = await import("@/lib/account/admin-command");
    const options = parseAdminArguments(process.argv.slice(2));
    const { env } = await import("@/lib/env");
    const { requireDatabase } = await import("@/lib/launch/preflight");
    const { withDatabase } = await import("@/lib/database/with-database");
    const { migrate } = await import("@/lib/database/migrate");
    if (env.DATABASE_URL) await requireDatabase(env.DATABASE_URL);
    const lines = await withDatabase(async ({ db, url }) => {
      // There may be no tables before the first start.
      await migrate(url, "prisma/migrations");
      return invite(options, db);
    });
    for (const line of lines) console.log(line);
    return 0;
  } catch (error) {
    // By its name, because @/lib/env throws it while it is loaded.
    const isSetting = error instanceof Error && error.name === "SettingError";
    if (!isSetting && !(error instanceof LaunchError)) throw error;
    console.error(error.message);
    return 1;
  }
}

process.exit(await main());
