import type { ReactNode } from "react";

const SHAPE =
  "h-5 min-w-5 items-center justify-center rounded-[5px] border border-current/30 px-1 font-medium font-sans text-[11px]";

/** A key's name. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className={`inline-flex ${SHAPE}`}>{children}</kbd>;
}

/**
 * The key that does what a button does, where a mouse, and so most likely a keyboard, is at hand.
 * Not part of the button's name: `aria-keyshortcuts` on the button says it.
 */
export function KeyHint({ children }: { children: ReactNode }) {
  return (
    <span aria-hidden="true" className={`hidden pointer-fine:inline-flex short:hidden ${SHAPE}`}>
      {children}
    </span>
  );
}
