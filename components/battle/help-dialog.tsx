"use client";

import { type RefObject, useId } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { useShortcutPreference } from "./shortcut-preference";

const PAGE_KEYS = [
  [["A"], "A is better"],
  [["B"], "B is better"],
  [["T"], "Tie"],
  [["X"], "Both bad"],
  [["S"], "Skip, not counted"],
  [["Enter"], "Next battle"],
  [["?"], "This help"],
] as const;

const PAIR_KEYS = [
  [["R"], "Reset both views"],
  [["L"], "Link or free the cameras"],
  [["W"], "Next shading"],
  [["F"], "Full screen"],
] as const;

const VIEW_KEYS = [
  [["←", "→", "↑", "↓"], "Orbit"],
  [["Shift", "+ ←…↓"], "Move"],
  [["PgUp", "PgDn"], "Zoom"],
  [["Home"], "Reset"],
] as const;

/** The keys, and the switch that turns the single ones off. */
export function HelpDialog({ ref }: { ref: RefObject<HTMLDialogElement | null> }) {
  const [isOn, setOn] = useShortcutPreference();
  const switchId = useId();
  return (
    <Dialog ref={ref} title="Keyboard shortcuts">
      <label
        htmlFor={switchId}
        className="flex min-h-11 cursor-pointer items-center justify-between gap-4 border-line border-b pb-3 text-[15px]"
      >
        <span>
          Single-key shortcuts
          <span className="block text-[13px] text-ink-3">
            Arrow keys in a focused view always work.
          </span>
        </span>
        <input
          id={switchId}
          type="checkbox"
          checked={isOn}
          onChange={(event) => setOn(event.target.checked)}
          className="relative h-6 w-10 shrink-0 cursor-pointer appearance-none rounded-full border border-ink-3 bg-sunk transition-colors before:absolute before:top-[3px] before:left-[3px] before:size-4 before:rounded-full before:bg-ink-3 before:transition-transform checked:border-accent checked:bg-accent checked:before:translate-x-4 checked:before:bg-on-accent"
        />
      </label>
      <div className="grid gap-x-10 gap-y-6 pt-4 sm:grid-cols-2">
        <KeyList title="Battle" keys={PAGE_KEYS} isMuted={!isOn} />
        <div className="flex flex-col gap-6">
          <KeyList title="Both views" keys={PAIR_KEYS} isMuted={!isOn} />
          <KeyList title="The focused view" keys={VIEW_KEYS} isMuted={false} />
        </div>
      </div>
    </Dialog>
  );
}

type KeyListProps = {
  title: string;
  keys: readonly (readonly [readonly string[], string])[];
  isMuted: boolean;
};

function KeyList({ title, keys, isMuted }: KeyListProps) {
  return (
    <section aria-label={title}>
      <h3 className="pb-2 font-medium text-ink-3 text-xs">{title}</h3>
      <dl className={`flex flex-col gap-2 text-sm ${isMuted ? "text-ink-3" : ""}`}>
        {keys.map(([names, does]) => (
          <div key={does} className="flex items-center justify-between gap-4">
            <dt>{does}</dt>
            <dd className="flex gap-1">
              {names.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
