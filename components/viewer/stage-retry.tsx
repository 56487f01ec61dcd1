import { Button } from "@/components/ui/button";

/** Another try for an object that did not come, in the stage's colours. */
export function StageRetry({ onRetry }: { onRetry: () => void }) {
  return (
    <Button
      onClick={onRetry}
      className="border-stage-line! bg-stage-panel! text-stage-ink! hover:border-stage-ink-2!"
    >
      Retry
    </Button>
  );
}
