import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import type { Side } from "@/lib/battle/schema";

/** What fills the screen: nothing but the page as it is, both viewers, or one of them. */
export type Spread = "pair" | Side | null;

/**
 * Lets the battle fill the screen: with the browser's fullscreen where there is one, and over the page
 * where there is not (iPhones). Escape leaves; focus goes back to what opened it.
 */
export function useSpread(ref: RefObject<HTMLElement | null>) {
  const [spread, setSpread] = useState<Spread>(null);
  const opener = useRef<Element | null>(null);
  const isSpread = spread !== null;

  function enter(next: Exclude<Spread, null>) {
    if (!isSpread) {
      opener.current = document.activeElement;
      // Refused without a gesture, or unknown: the overlay alone will do.
      ref.current?.requestFullscreen?.()?.catch(() => {});
    }
    setSpread(next);
  }

  /** Focus goes to what opened it, or to what `findNext` finds then. */
  function leave(findNext: () => Element | null = () => opener.current) {
    if (!isSpread) return;
    if (document.fullscreenElement) void document.exitFullscreen();
    setSpread(null);
    // After everything has its place on the page again.
    requestAnimationFrame(() => {
      const next = findNext();
      if (next instanceof HTMLElement) next.focus({ preventScroll: true });
    });
  }

  const onLeft = useEffectEvent(() => {
    if (!document.fullscreenElement && spread !== null) leave();
  });
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (!document.querySelector("dialog[open]")) leave();
  });
  useEffect(() => {
    const listener = () => onLeft();
    document.addEventListener("fullscreenchange", listener);
    return () => document.removeEventListener("fullscreenchange", listener);
  }, []);
  useEffect(() => {
    if (!isSpread) return;
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener("keydown", listener);
    // What lies behind is neither seen nor reached.
    const behind = [...document.body.children].filter(
      (child): child is HTMLElement => child instanceof HTMLElement && !child.contains(ref.current),
    );
    const wasInert = behind.map((element) => element.inert);
    for (const element of behind) element.inert = true;
    return () => {
      window.removeEventListener("keydown", listener);
      for (const [at, element] of behind.entries()) element.inert = wasInert[at] ?? false;
    };
  }, [isSpread, ref]);

  return { spread, enter, leave };
}
