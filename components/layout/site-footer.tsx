import { QuietLink } from "@/components/ui/quiet-link";
import { VOTES_CSV_URL } from "./site-header";

/** On every page but the battle, which has no room to spare. */
export function SiteFooter() {
  return (
    <footer className="mt-auto border-line border-t">
      <div className="mx-auto flex w-full max-w-6xl flex-wrap items-baseline justify-between gap-x-8 gap-y-2 px-4 py-6 text-ink-3 text-sm sm:px-6">
        <p>
          Every counted vote is open data:{" "}
          <a href={VOTES_CSV_URL} download className="text-ink-2 underline underline-offset-4">
            download the CSV
          </a>
          , and{" "}
          <QuietLink href="/methodology" className="text-ink-2 underline underline-offset-4">
            how it becomes ratings
          </QuietLink>{" "}
          is written down. Code under MIT, sample objects under CC0.
        </p>
        <QuietLink href="/" className="text-ink-2 underline underline-offset-4">
          Judge a battle
        </QuietLink>
      </div>
    </footer>
  );
}
