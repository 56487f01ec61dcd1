"use client";

import { CircleCheck, CloudOff, Hourglass, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { QuietLink } from "@/components/ui/quiet-link";
import type { Stop } from "./battle-state";
import { Countdown } from "./countdown";

type BattleNoticeProps = { stop: Stop; onRetry: () => void };

/** In place of the battle: why there is none, and the way on. */
export function BattleNotice({ stop, onRetry }: BattleNoticeProps) {
  const retry = (
    <Button look="primary" onClick={onRetry}>
      Try again
    </Button>
  );
  switch (stop.reason) {
    case "none_left":
      return (
        <Notice
          icon={CircleCheck}
          title="No battle left for you"
          actions={
            <>
              <QuietLink href="/leaderboard" className={buttonClass("primary")}>
                See the leaderboard
              </QuietLink>
              <Button onClick={onRetry}>Look again</Button>
            </>
          }
        >
          Thank you: you have judged every pair that there is. New objects bring new battles.
        </Notice>
      );
    case "offline":
      return (
        <Notice icon={CloudOff} title="You are offline" actions={retry}>
          The next battle comes by itself once the connection is back. Confirmed votes are safe.
        </Notice>
      );
    case "unreachable":
      return (
        <Notice icon={TriangleAlert} title="The arena does not answer" actions={retry}>
          The server could not be reached, and several tries did not help.{" "}
          <Countdown
            key={stop.until}
            until={stop.until}
            onEnd={onRetry}
            toText={(seconds) => `The next try is in ${seconds} s.`}
          />
        </Notice>
      );
    case "rate_limited":
      return (
        <Notice icon={Hourglass} title="A short break" actions={null}>
          That was very fast. So that no machine votes for people, the next battle has to wait a
          little. <Countdown key={stop.until} until={stop.until} onEnd={onRetry} />
        </Notice>
      );
    case "refused":
      return (
        <Notice icon={TriangleAlert} title="That did not work" actions={retry}>
          {stop.title}
        </Notice>
      );
  }
}

type NoticeProps = { icon: LucideIcon; title: string; actions: ReactNode; children: ReactNode };

function Notice({ icon: Icon, title, actions, children }: NoticeProps) {
  return (
    <div
      role="status"
      className="m-auto flex max-w-md animate-appear flex-col items-center gap-3 px-4 py-12 text-center"
    >
      <Icon className="size-8 text-ink-3" strokeWidth={1.5} aria-hidden="true" />
      <h1 className="font-semibold text-xl tracking-[-0.01em]">{title}</h1>
      <p className="text-pretty text-[15px] text-ink-2 leading-relaxed">{children}</p>
      {actions && <div className="flex flex-wrap justify-center gap-2 pt-2">{actions}</div>}
    </div>
  );
}
