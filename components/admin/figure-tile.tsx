import type { ReactNode } from "react";

export type Health = "good" | "warn" | "bad";

const DOTS: Record<Health, string> = { good: "bg-good", warn: "bg-warn", bad: "bg-bad" };
const WORDS: Record<Health, string> = { good: "well", warn: "slow", bad: "in trouble" };

type FigureTileProps = {
  label: string;
  /** The figure; its box is as high with or without one. */
  value: ReactNode;
  /** What else there is to say, on lines that keep their height. */
  note: ReactNode;
  health?: Health | undefined;
};

/** One figure of the arena, with a dot and a word for how it is. */
export function FigureTile({ label, value, note, health }: FigureTileProps) {
  return (
    <div className="flex min-w-0 flex-col gap-1 rounded-card border border-line bg-surface p-4">
      <p className="flex items-center gap-2 text-[13px] text-ink-2">
        {health && (
          <span aria-hidden="true" className={`size-2 shrink-0 rounded-full ${DOTS[health]}`} />
        )}
        <span className="truncate">{label}</span>
        {health && <span className="sr-only">, {WORDS[health]}</span>}
      </p>
      <p className="truncate font-semibold text-xl tabular-nums tracking-[-0.01em]">{value}</p>
      <p className="min-h-15 text-[13px] text-ink-3 leading-5 tabular-nums sm:min-h-10">{note}</p>
    </div>
  );
}
