import { LaunchError } from "@/lib/errors";

async function main(): Promise<number> {
  try {
    const { parseAdminArguments, invite } = await import("@/lib/account/admin-command");
    const options = parseAdminArguments(process.argv.slice(2));
    const { withDatabase } = await import("@/lib/database/with-database");
    for (const line of await withDatabase(({ db }) => invite(options, db))) console.log(line);
    return 0;
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    console.error(error.message);
    return 1;
  }
}

process.exit(await main());
