import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a hostile script would like to have of its host, put where it would look. */
export type PlantedHost = {
  /** Python that tries to take it all, to be put in front of a script. */
  attack: string;
  /** What was touched since; empty when nothing was. */
  listTouched: () => Promise<string[]>;
  remove: () => Promise<void>;
};

/** The variable that the caller has in its environment, so that its value is in /proc/<pid>/environ. */
export const PLANTED_VARIABLE = "POLYDUEL_PLANTED";

/** Port that the hostile scripts of `shared/data/hostile` knock at. */
const KNOWN_PORT = 18_765;

/** Plants a secret file that all may read and servers that answer anybody. */
export async function plantHost(): Promise<PlantedHost> {
  const folder = await mkdtemp(join(tmpdir(), "polyduel-planted-"));
  await chmod(folder, 0o755);
  const [file, socket] = [join(folder, "secret"), join(folder, "socket")];
  await writeFile(file, "the planted secret", { mode: 0o644 });
  const before = await stat(file);
  let visits = 0;
  const servers: Server[] = [];
  for (const at of [socket, KNOWN_PORT]) servers.push(await listen(at, () => visits++));
  await chmod(socket, 0o777);
  const places = { file, socket, port: KNOWN_PORT, pid: process.pid, variable: PLANTED_VARIABLE };
  return {
    attack: `PLACES = ${JSON.stringify(places)}\n${ATTACK}`,
    listTouched: async () => {
      const after = await stat(file);
      const isSame = (["mtimeMs", "ctimeMs", "mode", "size"] as const).every(
        (field) => before[field] === after[field],
      );
      const names = await readdir(folder);
      return [
        ...(visits > 0 ? [`${visits} connections to a server of the host`] : []),
        ...(isSame && (await readFile(file, "utf8")) === "the planted secret" ? [] : ["the file"]),
        ...(names.length === 2 ? [] : [`files beside it: ${names.join(" ")}`]),
      ];
    },
    remove: async () => {
      for (const server of servers) server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Ends the script with an error that says so, should anything succeed. */
const ATTACK = `def _attack():
    import os, socket
    def _read(path):
        with open(path, "rb") as file:
            return file.read(1)
    def _connect(family, address):
        with socket.socket(family, socket.SOCK_STREAM) as s:
            s.settimeout(2)
            s.connect(address)
    def _variable():
        if PLACES["variable"] not in os.environ:
            raise KeyError
    attempts = {
        "secret": lambda: _read(PLACES["file"]),
        "secret by /proc": lambda: _read("/proc/1/root" + PLACES["file"]),
        "overwrite": lambda: open(PLACES["file"], "a"),
        "chmod": lambda: os.chmod(PLACES["file"], 0o600),
        "variable": _variable,
        "environ": lambda: _read("/proc/%d/environ" % PLACES["pid"]),
        "signal": lambda: os.kill(PLACES["pid"], 0),
        "tcp": lambda: _connect(socket.AF_INET, ("127.0.0.1", PLACES["port"])),
        "unix": lambda: _connect(socket.AF_UNIX, PLACES["socket"]),
    }
    for name, attempt in attempts.items():
        try:
            attempt()
        except (OSError, KeyError):
            continue
        raise SystemExit("GOT THROUGH: " + name)
_attack()
del _attack
`;

function listen(at: string | number, onVisit: () => void): Promise<Server> {
  const server = createServer((socket) => {
    onVisit();
    socket.destroy();
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    if (typeof at === "string") server.listen(at, () => resolve(server));
    else server.listen(at, "127.0.0.1", () => resolve(server));
  });
}

/** Processes and files of these users, and job folders, that are still there. */
export async function listLeftovers(
  uids: ReadonlySet<number>,
  folders: readonly string[],
): Promise<string[]> {
  return [...(await listProcesses(uids)), ...(await listFiles(uids, folders))];
}

async function listProcesses(uids: ReadonlySet<number>): Promise<string[]> {
  const found: string[] = [];
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
    const field = (name: string) => new RegExp(`^${name}:\\s+(\\S+)`, "m").exec(status)?.[1] ?? "";
    // A zombie is only its exit code, waiting for whoever adopted it.
    if (field("State") === "Z") continue;
    const isOurs = field("PPid") === String(process.pid) && field("Name") === "blender";
    if (isOurs || uids.has(Number(field("Uid") || -1)))
      found.push(`process ${pid} ${field("Name")}`);
  }
  return found;
}

async function listFiles(uids: ReadonlySet<number>, folders: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const folder of folders)
    for (const name of await readdir(folder).catch(() => [])) {
      const file = await stat(join(folder, name)).catch(() => null);
      const isJob = name.startsWith(`polyduel-job-${process.pid}-`);
      if (isJob || (file && uids.has(file.uid))) found.push(join(folder, name));
    }
  return found;
}
