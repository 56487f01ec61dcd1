import { QuietLink } from "@/components/ui/quiet-link";
import { Logo } from "./logo";
import { NavLink } from "./nav-link";

export const VOTES_CSV_URL = "/api/votes/export?format=csv";

/** One line on every phone; on the narrowest the data is left to the footer. */
export function SiteHeader() {
  return (
    <header className="flex h-14 shrink-0 items-center justify-between gap-4 border-line border-b px-3 sm:px-6 short:h-11">
      <QuietLink
        href="/"
        className="-ml-2 flex h-11 items-center gap-2 rounded-control px-2 font-semibold text-[17px] tracking-[-0.02em]"
      >
        <Logo className="size-6" />
        <span className="max-[429px]:sr-only">Polyduel</span>
      </QuietLink>
      <nav aria-label="Main" className="-mr-2 flex items-center text-sm">
        <NavLink href="/">Battle</NavLink>
        <NavLink href="/leaderboard">Leaderboard</NavLink>
        <NavLink href="/prompts">Prompts</NavLink>
        <a
          href={VOTES_CSV_URL}
          download
          title="Every counted vote as CSV"
          className="flex h-11 items-center rounded-control px-2.5 text-ink-2 hover:text-ink max-[359px]:hidden sm:px-3"
        >
          Data
        </a>
      </nav>
    </header>
  );
}
