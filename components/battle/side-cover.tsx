import { FailedCover } from "@/components/viewer/failed-cover";
import { LoadBar, StageNote } from "@/components/viewer/load-bar";
import type { ObjectLoad } from "@/components/viewer/use-object";
import type { Side } from "@/lib/battle/schema";
import { LETTERS } from "./verdicts";

type SideCoverProps = {
  side: Side;
  load: ObjectLoad;
  /** The browser took the WebGL context away; it is being had back. */
  isRestoring: boolean;
  onRetry: () => void;
  onSkip: () => void;
};

/** What a poster that covers a view says: how far it is, or what went wrong. */
export function SideCover({ side, load, isRestoring, onRetry, onSkip }: SideCoverProps) {
  const letter = LETTERS[side];
  const other = LETTERS[side === "left" ? "right" : "left"];
  if (load.status === "failed") {
    return <FailedCover letter={letter} onRetry={onRetry} onSkip={onSkip} />;
  }
  if (load.status === "loading") {
    return <LoadBar name={letter} progress={load.progress} isSlow={load.isSlow} />;
  }
  return (
    <StageNote>{isRestoring ? "Restoring the view…" : `Ready, waiting for ${other}`}</StageNote>
  );
}
