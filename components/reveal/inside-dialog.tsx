"use client";

import { lazy, type RefObject, Suspense, useEffect, useId, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import type { Side } from "@/lib/battle/schema";
import { type BattleRecord, battleRecordSchema } from "@/lib/reveal/schema";

// The code that colours code comes when somebody wants to read some.
const CreationInside = lazy(() =>
  import("./creation-inside").then((module) => ({ default: module.CreationInside })),
);

type InsideDialogProps = {
  ref: RefObject<HTMLDialogElement | null>;
  battleId: string;
  /** Whether the dialog was asked for: nothing is fetched before. */
  isWanted: boolean;
  names: Record<Side, string>;
};

const SIDES = ["left", "right"] as const;
const LETTERS = { left: "A", right: "B" } as const;

/** The code of both creations, one at a time. */
export function InsideDialog({ ref, battleId, isWanted, names }: InsideDialogProps) {
  const [record, setRecord] = useState<BattleRecord | "failed" | null>(null);
  const [side, setSide] = useState<Side>("left");
  const panelId = useId();

  useEffect(() => {
    if (!isWanted) return;
    const controller = new AbortController();
    fetchRecord(battleId, controller.signal)
      .then(setRecord)
      .catch(() => {
        if (!controller.signal.aborted) setRecord("failed");
      });
    return () => controller.abort();
  }, [battleId, isWanted]);

  return (
    <Dialog ref={ref} title="Inside both creations" isWide>
      <div
        role="tablist"
        aria-label="Creations"
        className="-mt-1 mb-4 flex gap-1 border-line border-b"
      >
        {SIDES.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            aria-selected={side === one}
            aria-controls={panelId}
            tabIndex={side === one ? 0 : -1}
            onClick={() => setSide(one)}
            onKeyDown={(event) => {
              if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
              setSide(side === "left" ? "right" : "left");
              const { nextElementSibling, previousElementSibling } = event.currentTarget;
              const other = nextElementSibling ?? previousElementSibling;
              if (other instanceof HTMLElement) other.focus();
            }}
            className="-mb-px flex h-11 min-w-0 items-center gap-2 border-transparent border-b-2 px-3 text-ink-2 text-sm aria-selected:border-accent aria-selected:text-ink"
          >
            <span className="font-semibold">{LETTERS[one]}</span>
            <span className="truncate">{names[one]}</span>
          </button>
        ))}
      </div>
      <div id={panelId} role="tabpanel" aria-label={names[side]} className="min-h-64">
        {record === "failed" && <p className="text-bad text-sm">The code could not be fetched.</p>}
        {record && record !== "failed" && (
          <Suspense>
            <CreationInside key={side} creation={record[side]} letter={LETTERS[side]} />
          </Suspense>
        )}
      </div>
    </Dialog>
  );
}

async function fetchRecord(battleId: string, signal: AbortSignal): Promise<BattleRecord> {
  const response = await fetch(`/api/battles/${battleId}/record`, { signal });
  return battleRecordSchema.parse(await response.json());
}
