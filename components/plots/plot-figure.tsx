import type { ReactNode } from "react";
import type { PlotTable } from "@/lib/plots/plot-table";
import { PlotData } from "./plot-data";

type PlotFigureProps = {
  /** Unique on the page, and its address there. */
  id: string;
  title: string;
  /** How to read it, in a sentence. */
  help: ReactNode;
  /** What it finds; null where there is nothing to draw yet. */
  finding: ReactNode;
  /** Null where there are no figures yet. */
  data: { table: PlotTable; downloadUrl: string } | null;
  className?: string;
  children?: ReactNode;
};

/** A plot under its heading, with how to read it, what it finds and its figures. */
export function PlotFigure(props: PlotFigureProps) {
  const { id, title, help, finding, data, className = "", children } = props;
  return (
    <figure aria-labelledby={id} className={`grid min-w-0 grid-cols-1 ${className}`}>
      <h3 id={id} className="scroll-mt-4 font-semibold text-[15px]">
        {title}
      </h3>
      <p className="max-w-[68ch] pt-0.5 pb-3 text-[13px] text-ink-3 leading-5">{help}</p>
      <div className="min-w-0">{children}</div>
      <figcaption className="max-w-[68ch] pt-2 text-[13px] text-ink-2 leading-5">
        {finding}
      </figcaption>
      <div className="min-w-0">{data && <PlotData title={title} {...data} />}</div>
    </figure>
  );
}
