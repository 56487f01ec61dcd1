import type { ComponentProps } from "react";
import { QuietLink } from "./quiet-link";

/** One choice of a few that lead to pages; `aria-current` fills the one that is made. */
export function PillLink(props: ComponentProps<typeof QuietLink>) {
  return (
    <QuietLink
      {...props}
      className="flex h-9 items-center gap-1.5 rounded-full border border-line-strong px-3.5 text-[13px] text-ink-2 hover:border-ink-3 hover:text-ink aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-canvas pointer-coarse:h-11"
    />
  );
}
