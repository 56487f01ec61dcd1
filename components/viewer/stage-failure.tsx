import { StageRetry } from "./stage-retry";

type StageFailureProps = {
  /** The server's answer; null when it could not be reached or the file could not be read. */
  status: number | null;
  onRetry: () => void;
};

/** The object did not come: why, and another try where that can help. */
export function StageFailure({ status, onRetry }: StageFailureProps) {
  const isFinal = status !== null && status in FINAL;
  return (
    <div
      role="status"
      className="absolute inset-x-2 bottom-2 flex animate-appear flex-wrap items-center justify-between gap-x-2 rounded-control bg-stage-panel p-1.5 pl-3 text-[13px] text-stage-ink outline outline-stage-line"
    >
      <p className={isFinal ? "py-1.5" : ""}>{(status && FINAL[status]) ?? "Did not load."}</p>
      {!isFinal && <StageRetry onRetry={onRetry} />}
    </div>
  );
}

const FINAL: Record<number, string> = {
  403: "Withheld until your battle on this prompt is over, in half an hour at the latest.",
  404: "This object is no longer public.",
};
