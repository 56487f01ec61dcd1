import type { ReactNode } from "react";

type PlotsSectionProps = { id: string; title: string; children: ReactNode };

/** Plots that belong together. */
export function PlotsSection({ id, title, children }: PlotsSectionProps) {
  return (
    <section aria-labelledby={id} className="pt-12">
      <h2 id={id} className="border-line border-b pb-2 font-semibold text-lg tracking-[-0.01em]">
        {title}
      </h2>
      <div className="flex flex-col gap-10 pt-6">{children}</div>
    </section>
  );
}
