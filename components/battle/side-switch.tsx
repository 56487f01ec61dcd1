import type { Side } from "@/lib/battle/schema";
import { LETTERS } from "./verdicts";

type SideSwitchProps = { side: Side; onSwitch: (side: Side) => void };

/** Which of the two fills the screen. Both keep their view, so that switching compares them. */
export function SideSwitch({ side, onSwitch }: SideSwitchProps) {
  return (
    <fieldset className="-translate-x-1/2 absolute top-2 left-1/2 z-10 flex short:left-14 short:translate-x-0 rounded-control bg-stage-panel text-stage-ink-2 outline outline-stage-line">
      <legend className="sr-only">Creation on screen</legend>
      {(["left", "right"] as const).map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={choice === side}
          onClick={() => onSwitch(choice)}
          className="h-11 w-14 rounded-control font-semibold text-[15px] focus-visible:outline-stage-accent focus-visible:-outline-offset-2 aria-pressed:bg-stage-ink aria-pressed:text-stage-panel"
        >
          {LETTERS[choice]}
        </button>
      ))}
    </fieldset>
  );
}
