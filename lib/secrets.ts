import "server-only";
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const secretsSchema = z.object({
  postgresPassword: z.string().min(16),
  authSecret: z.string().min(16),
  cronSecret: z.string().min(16),
});

export type Secrets = z.infer<typeof secretsSchema>;

/**
 * The secrets of this data folder, made on first use and readable by their owner alone.
 * Two processes that start together get the same ones. Throws when the folder cannot be written or the file is damaged.
 */
export function readSecrets(dataDir: string): Secrets {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, "secrets.json");
  return read(path) ?? create(path);
}

function read(path: string): Secrets | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  return secretsSchema.parse(JSON.parse(text));
}

function create(path: string): Secrets {
  const draft = `${path}.${process.pid}`;
  const secret = () => randomBytes(32).toString("base64url");
  const secrets = { postgresPassword: secret(), authSecret: secret(), cronSecret: secret() };
  writeFileSync(draft, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  try {
    // A link, unlike a rename, never replaces what another process made first.
    linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return read(path) ?? secrets;
}
