import type { ReactNode } from "react";

type FigureLinkProps = {
  href: string;
  /** What the figure is, out of its table: "412 battles of Opus". */
  label: string;
  className?: string;
  children: ReactNode;
};

/**
 * A figure that leads to what is behind it. Quiet among so many: underlined only under the pointer or the focus.
 * A plain link, which fetches nothing ahead either: a board has over a thousand, and the router's own would take
 * the server longer than all the rest of the page.
 */
export function FigureLink({ href, label, className, children }: FigureLinkProps) {
  return (
    <a href={href} aria-label={label} className={className}>
      {children}
    </a>
  );
}

/** Around many of them: how they answer the pointer and the focus, said once. */
export const FIGURE_LINKS =
  "[&_a:focus-visible]:underline [&_a:hover]:underline [&_a]:underline-offset-4";
