import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "@/lib/database/embedded-postgres";
import { migrate } from "@/lib/database/migrate";

declare module "vitest" {
  export interface ProvidedContext {
    /** A server with one migrated, empty database to copy. */
    templateUrl: string;
  }
}

const TEMPLATE = "template_polyduel";

/** One real Postgres for all database tests; each file copies its migrated template. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "polyduel-test-"));
  // Root starts Postgres under another account, which must be able to walk in.
  await chmod(folder, 0o755);
  const server = await startEmbeddedPostgres(folder, "test-server-password");
  const templateUrl = new URL(server.url);
  templateUrl.pathname = `/${TEMPLATE}`;

  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.end();
  await migrate(templateUrl.href, "prisma/migrations");

  project.provide("templateUrl", templateUrl.href);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
