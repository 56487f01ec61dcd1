import type { Background } from "@/lib/viewer/backdrop";

/** A background as a small disc. */
export function Swatch({ background }: { background: Background }) {
  return (
    <span
      aria-hidden="true"
      data-background={background}
      className="size-4 rounded-full border border-line-strong"
    />
  );
}
