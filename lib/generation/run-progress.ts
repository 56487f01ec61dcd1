import { createLogUpdate } from "log-update";
import type { RunEvent } from "@/lib/generation/run";
import { formatCost, type RunTotals } from "@/lib/generation/run-summary";

/** Shows a run as it goes: a bar that is redrawn on a terminal, plain lines anywhere else. */
export type RunProgress = {
  show: (event: RunEvent) => void;
  /** Leaves the terminal as a program that ended leaves it. */
  end: () => void;
};

type Output = NodeJS.WriteStream & { isTTY?: boolean };

export type ProgressOptions = { total: number; totals: RunTotals; output: Output };

const BAR = 28;
const REDRAW_MS = 250;
/** Creations shown below the bar while they are made. */
const SHOWN = 6;

/** `totals` is read, not changed: whoever counts calls `show` after counting. */
export function createRunProgress(options: ProgressOptions): RunProgress {
  return options.output.isTTY ? createBar(options) : createLines(options);
}

function createLines({ total, totals, output }: ProgressOptions): RunProgress {
  return {
    show(event) {
      const line = describeEvent(event);
      if (!line) return;
      const place = event.kind === "finished" ? `[${countDone(totals)}/${total}] ` : "";
      output.write(`${place}${line}\n`);
    },
    end: () => undefined,
  };
}

function createBar({ total, totals, output }: ProgressOptions): RunProgress {
  const screen = createLogUpdate(output, { showCursor: true });
  const running = new Map<string, string>();
  const begun = performance.now();
  const draw = () => {
    const seconds = (performance.now() - begun) / 1000;
    const rows = [...running].slice(0, SHOWN).map(([name, stage]) => `  ${name}  ${stage}`);
    const more = running.size > SHOWN ? [`  and ${running.size - SHOWN} more`] : [];
    screen([progressLine(totals, total, seconds), ...rows, ...more].join("\n"));
  };
  const timer = setInterval(draw, REDRAW_MS);
  return {
    show(event) {
      if (event.kind === "started") running.set(nameOf(event.planned), "starting");
      if (event.kind === "stage") running.set(nameOf(event.planned), event.stage);
      if (event.kind === "finished") running.delete(nameOf(event.planned));
      const line = describeEvent(event);
      if (line) {
        screen.clear();
        output.write(`${line}\n`);
      }
      draw();
    },
    end() {
      clearInterval(timer);
      draw();
      screen.done();
    },
  };
}

/** How far a run is, as one line. `seconds` have passed since its start. */
export function progressLine(totals: RunTotals, total: number, seconds: number): string {
  const done = countDone(totals);
  const full = total > 0 ? Math.round((BAR * done) / total) : BAR;
  const bar = "█".repeat(full) + "░".repeat(BAR - full);
  const left = total - done;
  const remaining = done > 0 && left > 0 ? `ETA ${formatSeconds((seconds / done) * left)}` : "";
  return [
    bar,
    `${totals.ok} ok`,
    `${totals.failed} failed`,
    ...(totals.unmade > 0 ? [`${totals.unmade} not made`] : []),
    `${left} remaining`,
    formatCost(totals.costUsd),
    remaining,
  ]
    .join("  ")
    .trimEnd();
}

function countDone(totals: RunTotals): number {
  return totals.ok + totals.failed + totals.unmade + totals.taken;
}

function describeEvent(event: RunEvent): string | null {
  if (event.kind === "given-up") return `given up on ${event.entrant} for now: ${event.reason}`;
  if (event.kind !== "finished") return null;
  const { planned, result } = event;
  const name = nameOf(planned);
  if (result.kind === "taken") return `${name}  was made by another process`;
  if (result.kind === "unmade") return `${name}  not made: ${result.reason}`;
  const tries = result.attempts === 1 ? "" : `  ${result.attempts} attempts`;
  const cost = result.costUsd === null ? "" : `  ${formatCost(result.costUsd)}`;
  return `${name}  ${result.status}${tries}  ${result.seconds.toFixed(1)} s${cost}`;
}

type Named = { entrant: { slug: string }; prompt: { slug: string }; replicate: number };

function nameOf({ entrant, prompt, replicate }: Named): string {
  return `${prompt.slug} / ${entrant.slug}${replicate > 0 ? ` #${replicate + 1}` : ""}`;
}

/** Seconds as 40 s, 3 min or 2 h 5 min. */
export function formatSeconds(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
