"use client";

import { Button, buttonClass } from "@/components/ui/button";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <main
      id="content"
      className="m-auto flex max-w-md flex-col items-center gap-3 px-4 py-16 text-center"
    >
      <h1 className="font-semibold text-2xl tracking-[-0.02em]">Something broke on our side</h1>
      <p className="text-[15px] text-ink-2">
        Votes that were confirmed are safe. Trying again often helps.
        {error.digest && (
          <span className="block pt-2 text-[13px] text-ink-3">Reference {error.digest}</span>
        )}
      </p>
      <div className="flex flex-wrap justify-center gap-2 pt-2">
        <Button look="primary" onClick={reset}>
          Try again
        </Button>
        {/* A plain link: it loads everything anew, and keeps the router's link out of every page's code. */}
        <a href="/" className={buttonClass("secondary")}>
          To the battle
        </a>
      </div>
    </main>
  );
}
