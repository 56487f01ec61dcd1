import { useSyncExternalStore } from "react";

/**
 * How many viewers a page keeps open, by its pointer. Browsers hold 8 to 16 WebGL contexts and take the
 * oldest away without a word; a phone's memory ends sooner.
 */
const MOST_OPEN = { fine: 4, coarse: 2 } as const;

const NONE: readonly string[] = [];

let open = NONE;
const listeners = new Set<() => void>();

function change(next: readonly string[]) {
  open = next;
  for (const notify of listeners) notify();
}

function subscribe(notify: () => void) {
  listeners.add(notify);
  return () => void listeners.delete(notify);
}

/** Opens one more viewer; beyond the page's share the oldest gives way. */
export function openView(id: string): void {
  const most = MOST_OPEN[matchMedia("(pointer: coarse)").matches ? "coarse" : "fine"];
  change([...open.filter((one) => one !== id), id].slice(-most));
}

export function closeView(id: string): void {
  if (open.includes(id)) change(open.filter((one) => one !== id));
}

/** The viewers that are open on this page, the oldest first. */
export function useOpenViews(): readonly string[] {
  return useSyncExternalStore(
    subscribe,
    () => open,
    () => NONE,
  );
}
