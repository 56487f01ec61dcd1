import type { Progress } from "./fetch-bytes";

type LoadBarProps = {
  /** As it stands after "creation". */
  name: string;
  /** Null before the first byte. */
  progress: Progress | null;
  isSlow: boolean;
};

const megabytes = new Intl.NumberFormat("en", {
  maximumFractionDigits: 1,
  minimumFractionDigits: 1,
});

/** Bytes so far as a bar; in words too once it takes long. */
export function LoadBar({ name, progress, isSlow }: LoadBarProps) {
  const share = progress?.total ? Math.min(1, progress.received / progress.total) : null;
  return (
    <>
      {isSlow && (
        <StageNote>
          {progress ? `Still loading, ${toBytesText(progress)}` : "Still waiting for the server"}
        </StageNote>
      )}
      <div
        role="progressbar"
        aria-label={`Loading creation ${name}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        className="absolute inset-x-0 bottom-0 h-1 bg-stage-line"
      >
        <div
          className={`h-full origin-left bg-stage-accent transition-transform duration-150 ${share === null ? "animate-breathe" : ""}`}
          style={{ transform: `scaleX(${share ?? (progress ? 0.5 : 0.04)})` }}
        />
      </div>
    </>
  );
}

/** A line of words on the backdrop, out of the object's way. */
export function StageNote({ children }: { children: string }) {
  return (
    <p className="absolute bottom-3 left-3 rounded-control bg-stage-panel px-2.5 py-1.5 text-[13px] text-stage-ink-2 tabular-nums outline outline-stage-line">
      {children}
    </p>
  );
}

function toBytesText({ received, total }: Progress): string {
  const soFar = megabytes.format(received / 1e6);
  return total === null ? `${soFar} MB so far` : `${soFar} of ${megabytes.format(total / 1e6)} MB`;
}
