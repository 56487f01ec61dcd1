import type { Metadata } from "next";
import { SiteFooter } from "@/components/layout/site-footer";
import { buttonClass } from "@/components/ui/button";
import { QuietLink } from "@/components/ui/quiet-link";

export const metadata: Metadata = { title: "Not yours to see" };

export default function Forbidden() {
  return (
    <>
      <main
        id="content"
        className="m-auto flex max-w-md flex-col items-center gap-3 px-4 py-16 text-center"
      >
        <p className="font-semibold text-ink-3 text-sm tabular-nums">403</p>
        <h1 className="font-semibold text-2xl tracking-[-0.02em]">Your role may not see this</h1>
        <p className="text-[15px] text-ink-2">
          You are signed in, but this page is for the people who run the arena. An owner can give
          you a role that may.
        </p>
        <div className="flex flex-wrap justify-center gap-2 pt-2">
          <QuietLink href="/" className={buttonClass("primary")}>
            Judge a battle
          </QuietLink>
          <QuietLink href="/leaderboard" className={buttonClass("secondary")}>
            See the leaderboard
          </QuietLink>
        </div>
      </main>
      <SiteFooter />
    </>
  );
}
