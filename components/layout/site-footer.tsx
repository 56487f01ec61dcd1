import { QuietLink } from "@/components/ui/quiet-link";
import { VOTES_CSV_URL } from "./site-header";

const LINK = "text-ink-2 underline underline-offset-4 hover:text-ink";

/** On every page but the battle, which has no room to spare. */
export function SiteFooter() {
  return (
    <footer className="mt-auto border-line border-t">
      <div className="mx-auto flex w-full max-w-6xl flex-wrap items-baseline justify-between gap-x-8 gap-y-3 px-4 py-6 text-ink-3 text-sm sm:px-6">
        <p className="max-w-[68ch]">
          Every counted vote is open data:{" "}
          <a href={VOTES_CSV_URL} download className={LINK}>
            download the CSV
          </a>
          , and{" "}
          <QuietLink href="/methodology" className={LINK}>
            how it becomes ratings
          </QuietLink>{" "}
          is written down. Code under MIT, sample objects under CC0.
        </p>
        <ul className="flex flex-wrap gap-x-5 gap-y-2">
          <li>
            <QuietLink href="/" className={LINK}>
              Judge a battle
            </QuietLink>
          </li>
          <li>
            <QuietLink href="/compare" className={LINK}>
              Compare two entrants
            </QuietLink>
          </li>
          <li>
            <a href="/feed.xml" className={LINK}>
              Feed of new entrants
            </a>
          </li>
          <li>
            <QuietLink href="/account" className={LINK}>
              Account
            </QuietLink>
          </li>
        </ul>
      </div>
    </footer>
  );
}
