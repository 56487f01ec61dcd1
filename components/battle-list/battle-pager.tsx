import { ListPager } from "./list-pager";

type BattlePagerProps = {
  /** Whether newer battles than these were left out. */
  isOlder: boolean;
  /** Where the older ones begin; null when there are none. */
  next: string | null;
  /** The page with the battles before that place, or with the newest ones. */
  hrefOf: (before?: string) => string;
};

/** The way on in a page's section `#battles`. */
export function BattlePager({ isOlder, next, hrefOf }: BattlePagerProps) {
  return (
    <ListPager
      label="Pages of battles"
      first={isOlder ? { href: `${hrefOf()}#battles`, text: "Newest battles" } : null}
      next={next ? { href: `${hrefOf(next)}#battles`, text: "Older battles" } : null}
    />
  );
}
