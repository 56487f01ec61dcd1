"use client";

import { Eye, Hourglass, Move3d, X } from "lucide-react";
import { useEffect, useEffectEvent } from "react";

const TIPS = [
  [Hourglass, "Wait for both", "They appear together. Verdicts open once you had a look."],
  [Move3d, "Turn both", "Drag to orbit, scroll or pinch to zoom. The other view follows."],
  [Eye, "Judge the shape", "Which one fits the prompt better? Who made them comes after."],
] as const;

/**
 * Three things a first-time voter should know, said once. Any key, any press and the first move
 * dismiss them; nothing under them is out of reach.
 */
export function Tips({ onDismiss }: { onDismiss: () => void }) {
  const dismiss = useEffectEvent(onDismiss);

  useEffect(() => {
    function handleKey({ key }: KeyboardEvent) {
      // Tab is how the button is reached, and how a screen reader walks.
      if (!["Tab", "Shift", "Control", "Alt", "Meta"].includes(key)) dismiss();
    }
    const handlePress = () => dismiss();
    window.addEventListener("keydown", handleKey);
    window.addEventListener("pointerdown", handlePress);
    window.addEventListener("wheel", handlePress, { passive: true });
    return () => {
      window.removeEventListener("keydown", handleKey);
      window.removeEventListener("pointerdown", handlePress);
      window.removeEventListener("wheel", handlePress);
    };
  }, []);

  return (
    <aside
      aria-label="How it works"
      className="-translate-x-1/2 -translate-y-1/2 pointer-events-none absolute top-1/2 left-1/2 z-20 w-[min(100%-24px,400px)] animate-appear rounded-card border border-line bg-surface text-ink"
    >
      <button
        type="button"
        aria-label="Close tips"
        onClick={onDismiss}
        className="pointer-events-auto absolute top-1 right-1 flex size-11 items-center justify-center rounded-control text-ink-2 hover:bg-sunk hover:text-ink"
      >
        <X className="size-5" aria-hidden="true" />
      </button>
      <ul className="flex flex-col gap-3 p-4 pr-12 short:gap-1.5 short:p-3 short:pr-12">
        {TIPS.map(([Icon, title, text]) => (
          <li key={title} className="flex gap-3">
            <Icon className="mt-0.5 size-4.5 shrink-0 text-ink-3" aria-hidden="true" />
            <p className="text-[13px] text-ink-2 leading-[18px]">
              <strong className="block font-semibold text-ink text-sm">{title}</strong>
              {text}
            </p>
          </li>
        ))}
      </ul>
    </aside>
  );
}
