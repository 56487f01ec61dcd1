import { Button } from "@/components/ui/button";
import { KeyHint } from "@/components/ui/kbd";
import type { Outcome } from "@/lib/vote/schema";
import { VERDICTS } from "./verdicts";

type VerdictBarProps = {
  /** The verdict on its way to the server: shown as pressed at once. */
  pressed: Outcome | null;
  isOpen: boolean;
  canSkip: boolean;
  hasKeys: boolean;
  /** Id of the words that say why the buttons are closed. */
  reasonId: string;
  onVote: (outcome: Outcome) => void;
  onSkip: () => void;
};

/** The outer two lie under the viewer they speak for; what judges nobody is quieter. */
export function VerdictBar(props: VerdictBarProps) {
  const { canSkip, hasKeys, reasonId, onSkip } = props;
  return (
    <fieldset aria-describedby={reasonId} className="contents">
      <legend className="sr-only">Your verdict</legend>
      <VerdictButton {...props} outcome="left" className="[grid-area:left]" />
      <VerdictButton {...props} outcome="tie" className="[grid-area:tie]" />
      <VerdictButton {...props} outcome="right" className="[grid-area:right]" />
      <VerdictButton {...props} outcome="both_bad" isQuiet className="[grid-area:bad]" />
      <Button
        look="quiet"
        aria-keyshortcuts={hasKeys ? "S" : undefined}
        aria-disabled={!canSkip}
        onClick={canSkip ? onSkip : undefined}
        className="[grid-area:skip] aria-disabled:text-ink-3 aria-disabled:hover:bg-transparent"
      >
        Skip
        {hasKeys && <KeyHint>S</KeyHint>}
      </Button>
    </fieldset>
  );
}

type VerdictButtonProps = VerdictBarProps & {
  outcome: Outcome;
  isQuiet?: boolean;
  className: string;
};

function VerdictButton(props: VerdictButtonProps) {
  const { outcome, pressed, isOpen, hasKeys, isQuiet = false, className, onVote } = props;
  const { label, key } = VERDICTS[outcome];
  const isPressed = pressed === outcome;
  return (
    <Button
      look={isQuiet ? "quiet" : "secondary"}
      aria-keyshortcuts={hasKeys ? key : undefined}
      aria-pressed={isPressed}
      aria-disabled={!isOpen}
      onClick={isOpen ? () => onVote(outcome) : undefined}
      className={`${className} px-2! aria-disabled:border-line aria-disabled:bg-transparent aria-disabled:text-ink-3 aria-pressed:border-accent! aria-pressed:bg-accent! aria-pressed:text-on-accent! ${
        isQuiet ? "md:px-4! aria-disabled:hover:bg-transparent" : "hover:bg-sunk"
      }`}
    >
      {label}
      {hasKeys && <KeyHint>{key}</KeyHint>}
    </Button>
  );
}
