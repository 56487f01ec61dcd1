import { buttonClass } from "@/components/ui/button";
import { QuietLink } from "@/components/ui/quiet-link";

type Step = { href: string; text: string };

type ListPagerProps = {
  /** What is paged, for those who hear the page. */
  label: string;
  /** Back to the beginning; null where this is it. */
  first: Step | null;
  /** What follows; null at the end. */
  next: Step | null;
};

/** The way on in a list that is read by key: there are no page numbers, because rows come in at the front. */
export function ListPager({ label, first, next }: ListPagerProps) {
  if (!first && !next) return null;
  return (
    <nav aria-label={label} className="flex flex-wrap gap-2 pt-4">
      {first && (
        <QuietLink href={first.href} className={buttonClass("secondary")}>
          {first.text}
        </QuietLink>
      )}
      {next && (
        <QuietLink href={next.href} className={buttonClass("secondary")}>
          {next.text}
        </QuietLink>
      )}
    </nav>
  );
}
