import type { ReactNode } from "react";
import { roundPixels } from "@/lib/plots/svg-path";

type PlotPictureProps = {
  /** Unique on the page. */
  id: string;
  title: string;
  /** What it finds, for whoever cannot see it. */
  finding: string;
  width: number;
  height: number;
  className?: string;
  children: ReactNode;
};

/** A drawn plot as one image with words for it; its figures stand in the table beside it. */
export function PlotPicture(props: PlotPictureProps) {
  const { id, title, finding, width, height, className = "", children } = props;
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-finding`}
      viewBox={`0 0 ${roundPixels(width)} ${roundPixels(height)}`}
      className={`block h-auto w-full ${className}`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-finding`}>{finding}</desc>
      {children}
    </svg>
  );
}
