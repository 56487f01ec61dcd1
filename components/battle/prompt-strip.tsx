"use client";

import { type RefObject, useRef } from "react";
import { Dialog } from "@/components/ui/dialog";
import type { ServedBattle } from "@/lib/battle/schema";

type PromptStripProps = {
  /** Null while the server chooses: the same height, nothing jumps. */
  battle: ServedBattle | null;
  headingRef: RefObject<HTMLHeadingElement | null>;
};

/** What both objects were asked to be: two lines, the whole text one press away. */
export function PromptStrip({ battle, headingRef }: PromptStripProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <div className="flex h-[76px] shrink-0 items-center gap-3 md:h-[88px] md:gap-6 short:h-9">
      <div className="flex min-w-0 flex-1 flex-col gap-0.5 short:flex-row short:items-baseline short:gap-3">
        <div className="flex min-w-0 items-center gap-2.5">
          <h1
            ref={headingRef}
            tabIndex={-1}
            className="truncate font-semibold text-[15px] outline-none"
          >
            {battle?.prompt.title ?? "Which one is better?"}
          </h1>
          {battle && (
            <span className="shrink-0 rounded-full bg-sunk px-2 py-0.5 text-ink-2 text-xs capitalize short:hidden">
              {battle.category.replaceAll("-", " ")}
            </span>
          )}
        </div>
        {battle ? (
          <p className="line-clamp-2 max-w-[110ch] text-pretty text-[13px] text-ink-2 leading-[18px] md:text-[15px] md:leading-[22px] short:line-clamp-1 short:flex-1 short:text-[13px]">
            {battle.prompt.text}
          </p>
        ) : (
          <div aria-hidden="true" className="flex animate-breathe flex-col gap-2 py-1 short:hidden">
            <span className="h-3 w-full max-w-2xl rounded bg-sunk" />
            <span className="h-3 w-2/3 max-w-lg rounded bg-sunk" />
          </div>
        )}
      </div>
      {battle && (
        <>
          {battle.prompt.referenceImages.length > 0 && (
            <ReferenceViews
              urls={battle.prompt.referenceImages}
              onOpen={() => dialog.current?.showModal()}
            />
          )}
          <button
            type="button"
            onClick={() => dialog.current?.showModal()}
            className="h-11 shrink-0 rounded-control px-2 text-[13px] text-ink-2 underline underline-offset-4 hover:text-ink md:text-sm short:h-9"
          >
            Full prompt
          </button>
          <Dialog ref={dialog} title={battle.prompt.title}>
            <p className="max-w-[68ch] whitespace-pre-line text-[15px] leading-relaxed">
              {battle.prompt.text}
            </p>
            {battle.display === "clay" && (
              <p className="mt-4 border-line border-t pt-4 text-[13px] text-ink-2">
                Both objects are shown in plain clay, so that shape is judged and not colour.
              </p>
            )}
            {battle.prompt.referenceImages.length > 0 && (
              <div className="mt-4 grid grid-cols-2 gap-3">
                {battle.prompt.referenceImages.map((url, at) => (
                  // biome-ignore lint/performance/noImgElement: served by the API as it is
                  <img
                    key={url}
                    src={url}
                    width={512}
                    height={512}
                    alt={`Reference view ${at + 1} of ${battle.prompt.referenceImages.length}`}
                    className="rounded-control"
                  />
                ))}
              </div>
            )}
          </Dialog>
        </>
      )}
    </div>
  );
}

type ReferenceViewsProps = { urls: string[]; onOpen: () => void };

/** What the entrants were shown, small: a press shows it large. Two by two where there is little room. */
function ReferenceViews({ urls, onOpen }: ReferenceViewsProps) {
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-label="Reference views, show large"
      className="grid shrink-0 grid-cols-2 gap-0.5 overflow-hidden rounded-control bg-line outline outline-line hover:outline-ink-3 md:grid-cols-4 short:grid-cols-4"
    >
      {urls.map((url) => (
        // biome-ignore lint/performance/noImgElement: served by the API as it is
        <img
          key={url}
          src={url}
          alt=""
          width={72}
          height={72}
          className="size-8 bg-stage md:size-[72px] short:size-9"
        />
      ))}
    </button>
  );
}
