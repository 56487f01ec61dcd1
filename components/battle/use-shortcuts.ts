import { useEffect, useEffectEvent } from "react";

/** A key's name as `KeyboardEvent.key` gives it, in lower case, to what it does. */
export type Shortcuts = Partial<Record<string, () => void>>;

/** Single keys for the whole page, unless the voter types, holds a modifier, or has a dialog open. */
export function useShortcuts(shortcuts: Shortcuts) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector("dialog[open]") || takesKey(event)) return;
    const act = shortcuts[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

/** The focused element has its own use for the key. */
function takesKey({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest("input, textarea, select, [contenteditable]")) return true;
  return key === "Enter" && target.closest("a, button, summary") !== null;
}
