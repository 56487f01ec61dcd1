import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { QuietLink } from "@/components/ui/quiet-link";
import { SiteFooter } from "./site-footer";

type DeadEndProps = {
  /** The answer's HTTP status. */
  code: number;
  title: string;
  children: ReactNode;
};

/** A page that cannot be shown: why, and where to go instead. */
export function DeadEnd({ code, title, children }: DeadEndProps) {
  return (
    <>
      <main
        id="content"
        className="m-auto flex max-w-md flex-col items-center gap-3 px-4 py-16 text-center"
      >
        <p className="font-semibold text-ink-3 text-sm tabular-nums">{code}</p>
        <h1 className="font-semibold text-2xl tracking-[-0.02em]">{title}</h1>
        <p className="text-[15px] text-ink-2">{children}</p>
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
