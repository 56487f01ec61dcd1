import type { ReactNode } from "react";

type ProfileSectionProps = {
  id: string;
  title: string;
  /** What the figures are, in a sentence. */
  lead?: ReactNode;
  children: ReactNode;
};

/** A part of an entrant's page, with an address of its own. */
export function ProfileSection({ id, title, lead, children }: ProfileSectionProps) {
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 id={id} className="scroll-mt-4 font-semibold text-lg tracking-[-0.01em]">
        {title}
      </h2>
      {lead && <p className="max-w-[68ch] text-pretty pt-1 text-ink-2 text-sm">{lead}</p>}
      <div className="pt-4">{children}</div>
    </section>
  );
}
