import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject, onTestFinished } from "vitest";
import { connect } from "@/lib/db";

export type TestDatabase = ReturnType<typeof connect> & { url: string };

/** A fresh, migrated database, gone when the test ends. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = new URL(inject("templateUrl"));
  const name = `test_${randomBytes(6).toString("hex")}`;
  await administrate(template, `CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`);
  const url = new URL(template);
  url.pathname = `/${name}`;
  const connections = connect(url.href);
  onTestFinished(async () => {
    await connections.db.$disconnect();
    await connections.pool.end().catch(() => undefined);
    await administrate(template, `DROP DATABASE ${name} WITH (FORCE)`);
  });
  return { ...connections, url: url.href };
}

async function administrate(template: URL, sql: string): Promise<void> {
  const url = new URL(template);
  url.pathname = "/postgres";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
