import type { ReactNode } from "react";

type AdminSectionProps = { id: string; title: string; children: ReactNode };

/** A part of a page of /admin, under its heading. */
export function AdminSection({ id, title, children }: AdminSectionProps) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <h2 id={id} className="font-semibold text-[17px]">
        {title}
      </h2>
      {children}
    </section>
  );
}
