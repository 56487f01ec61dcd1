import type { Metadata } from "next";
import { SiteFooter } from "@/components/layout/site-footer";
import { buttonClass } from "@/components/ui/button";
import { QuietLink } from "@/components/ui/quiet-link";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <>
      <main
        id="content"
        className="m-auto flex max-w-md flex-col items-center gap-3 px-4 py-16 text-center"
      >
        <p className="font-semibold text-ink-3 text-sm tabular-nums">404</p>
        <h1 className="font-semibold text-2xl tracking-[-0.02em]">There is nothing here</h1>
        <p className="text-[15px] text-ink-2">
          The address may be old or mistyped. Nothing that you voted is lost.
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
