import type { ReactNode } from "react";
import { SECTIONS, type SectionId } from "./sections";

/** One section under its title, which is a link to itself, so that it can be quoted. */
export function Section({ id, children }: { id: SectionId; children: ReactNode }) {
  const title = SECTIONS.find((section) => section.id === id)?.title;
  return (
    <section
      aria-labelledby={id}
      className="border-line border-t pt-6 pb-10 text-[15px] text-ink-2 leading-6"
    >
      <h2
        id={id}
        className="scroll-mt-4 pb-2 font-semibold text-ink text-lg leading-7 tracking-[-0.01em]"
      >
        <a
          href={`#${id}`}
          className="decoration-line-strong underline-offset-4 hover:underline focus-visible:underline"
        >
          {title}
        </a>
      </h2>
      <div className="flex flex-col gap-3">{children}</div>
    </section>
  );
}

/** A step inside a section. */
export function Subheading({ children }: { children: ReactNode }) {
  return <h3 className="pt-3 font-semibold text-[15px] text-ink">{children}</h3>;
}

/** Terms with what they mean, in two columns where there is room. */
export function Terms({ children }: { children: ReactNode }) {
  return <dl className="border-line border-b">{children}</dl>;
}

/** One term of `Terms`. */
export function Term({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="gap-x-6 border-line border-t py-3 sm:grid sm:grid-cols-[8.5rem_minmax(0,1fr)]">
      <dt className="font-medium text-ink">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A plain list of short points. */
export function Points({ children }: { children: ReactNode }) {
  return <ul className="flex list-disc flex-col gap-1.5 pl-5 marker:text-ink-3">{children}</ul>;
}

/** The word that a point is about. */
export function Lead({ children }: { children: ReactNode }) {
  return <b className="font-medium text-ink">{children}</b>;
}

/** Names of code: files, columns, options. */
export function Code({ children }: { children: ReactNode }) {
  return (
    <code className="break-words rounded-[4px] bg-sunk px-1 py-0.5 font-mono text-[13px] text-ink">
      {children}
    </code>
  );
}

/** Lines to type. They wrap rather than scroll, so that a phone shows them whole. */
export function Commands({ children }: { children: string }) {
  return (
    <pre className="whitespace-pre-wrap break-words rounded-card bg-sunk px-4 py-3 font-mono text-[13px] text-ink leading-6">
      {children}
    </pre>
  );
}

/** A link inside running text: underlined, so that colour is not needed to see it. */
export const INLINE_LINK =
  "text-ink underline decoration-line-strong underline-offset-4 hover:decoration-ink";
