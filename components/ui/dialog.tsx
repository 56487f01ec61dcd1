"use client";

import { X } from "lucide-react";
import { type ReactNode, type Ref, useId } from "react";

type DialogProps = {
  ref: Ref<HTMLDialogElement>;
  title: string;
  /** For code and pictures, which need more room than a text. */
  isWide?: boolean;
  /** However it was closed. */
  onClose?: () => void;
  children: ReactNode;
};

/** The browser's own modal dialog: focus is kept inside, Escape and a click outside close it. */
export function Dialog({ ref, title, isWide = false, onClose, children }: DialogProps) {
  const titleId = useId();
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      closedby="any"
      onClose={onClose}
      className={`m-auto overflow-hidden rounded-card border border-line bg-surface text-ink open:flex open:animate-appear open:flex-col ${
        isWide
          ? "max-h-[min(92dvh,900px)] w-[min(100vw-24px,960px)]"
          : "max-h-[min(80dvh,640px)] w-[min(100vw-24px,560px)]"
      }`}
    >
      <div className="flex items-center justify-between gap-4 border-line border-b py-1 pr-1 pl-5">
        <h2 id={titleId} className="font-semibold text-base">
          {title}
        </h2>
        <form method="dialog">
          <button
            type="submit"
            aria-label="Close"
            className="flex size-11 items-center justify-center rounded-control text-ink-2 hover:bg-sunk hover:text-ink"
          >
            <X className="size-5" aria-hidden="true" />
          </button>
        </form>
      </div>
      <div className="overflow-y-auto p-5">{children}</div>
    </dialog>
  );
}
