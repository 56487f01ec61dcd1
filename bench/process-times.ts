import { readdirSync, readFileSync } from "node:fs";

/** Linux counts a process's time in ticks of this many milliseconds. */
const TICK_MS = 10;

type Process = { pid: number; parent: number; name: string; ms: number };

type Times = { webMs: number; postgresMs: number; allMs: number };

/** Milliseconds of processor time that the web server, Postgres and everything below a process have used so far. */
export function readTimes(ancestor: number): Times {
  const processes = readdirSync("/proc").flatMap(readProcess);
  const parents = new Map(processes.map(({ pid, parent }) => [pid, parent]));
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent === ancestor || (parent !== undefined && parent > 1 && isBelow(parent));
  };
  const sum = (name: string) =>
    processes
      .filter((one) => one.name.startsWith(name) && isBelow(one.pid))
      .reduce((total, { ms }) => total + ms, 0);
  return { webMs: sum("next-server"), postgresMs: sum("postgres"), allMs: sum("") };
}

/** With the time of children that ended: a backend that was closed counts for its server. */
function readProcess(entry: string): Process[] {
  if (!/^\d+$/.test(entry)) return [];
  try {
    const stat = readFileSync(`/proc/${entry}/stat`, "utf8");
    const name = stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")"));
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = fields.slice(11, 15).reduce((total, field) => total + Number(field), 0);
    return [{ pid: Number(entry), parent: Number(fields[1]), name, ms: ticks * TICK_MS }];
  } catch {
    // It ended between the listing and the look.
    return [];
  }
}
