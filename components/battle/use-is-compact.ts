import { useSyncExternalStore } from "react";

/** As the `md` and `short` variants of globals.css have it: phones, upright and held sideways. */
const COMPACT = "(max-width: 767.98px), (max-height: 500px) and (orientation: landscape)";

/** Whether there is room for a row of tools of its own. False on the server. */
export function useIsCompact(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(COMPACT).matches,
    () => false,
  );
}

function subscribe(notify: () => void) {
  const query = matchMedia(COMPACT);
  query.addEventListener("change", notify);
  return () => query.removeEventListener("change", notify);
}
