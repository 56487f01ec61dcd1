import { buttonClass } from "@/components/ui/button";
import { QuietLink } from "@/components/ui/quiet-link";

type PageLinksProps = {
  path: string;
  /** The filter of this page, and where it begins. */
  query: Record<string, string | undefined>;
  /** Where the next page begins; null on the last one. */
  next: string | null;
  /** What a page is of: "votes". */
  things: string;
};

/** From page to page of a list that is newest first. */
export function PageLinks({ path, query, next, things }: PageLinksProps) {
  const { before, ...filter } = query;
  if (!next && !before) return null;
  return (
    <nav aria-label={`Pages of ${things}`} className="flex flex-wrap gap-2 pt-4">
      {before && (
        <QuietLink
          href={{ pathname: path, query: given(filter) }}
          className={buttonClass("secondary")}
        >
          Newest
        </QuietLink>
      )}
      {next && (
        <QuietLink
          href={{ pathname: path, query: { ...given(filter), before: next } }}
          className={buttonClass("secondary")}
        >
          Older {things}
        </QuietLink>
      )}
    </nav>
  );
}

function given(filter: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}
