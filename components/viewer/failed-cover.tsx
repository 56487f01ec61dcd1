import { Button } from "@/components/ui/button";
import { StageRetry } from "./stage-retry";

type FailedCoverProps = { letter: string; onRetry: () => void; onSkip: () => void };

/** The object did not come. Its poster stays, but a poster beside a live view is no fair fight. */
export function FailedCover({ letter, onRetry, onSkip }: FailedCoverProps) {
  return (
    <div className="absolute inset-x-3 bottom-3 flex animate-appear flex-wrap items-center justify-between gap-x-2 rounded-card bg-stage-panel p-1.5 pl-4 text-sm text-stage-ink outline outline-stage-line short:p-1 short:pl-3">
      <p className="font-medium">
        <span className="hidden lg:inline">Object {letter} did not load.</span>
        <span className="lg:hidden">Did not load.</span>
      </p>
      <div className="flex">
        <Button
          look="quiet"
          onClick={onSkip}
          className="px-3 text-stage-ink-2! hover:bg-stage! hover:text-stage-ink!"
        >
          Skip, not counted
        </Button>
        <StageRetry onRetry={onRetry} />
      </div>
    </div>
  );
}
