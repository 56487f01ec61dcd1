import { useSyncExternalStore } from "react";

/**
 * A choice that stays in this browser. Where storage is forbidden it lasts as long as the page. Returns
 * the hook; on the server, and until the browser was asked, it gives `initial`.
 */
export function createPreference<Value extends string>(
  name: string,
  values: readonly Value[],
  initial: Value,
): () => [value: Value, setValue: (value: Value) => void] {
  const key = `polyduel.${name}`;
  const listeners = new Set<() => void>();
  let unstored: Value | null = null;

  function read(): Value {
    if (unstored !== null) return unstored;
    const stored = attempt(() => localStorage.getItem(key));
    return values.find((value) => value === stored) ?? initial;
  }

  function write(value: Value) {
    const isStored = attempt(() => {
      localStorage.setItem(key, value);
      return true;
    });
    unstored = isStored ? null : value;
    for (const notify of listeners) notify();
  }

  function subscribe(notify: () => void) {
    listeners.add(notify);
    window.addEventListener("storage", notify);
    return () => {
      listeners.delete(notify);
      window.removeEventListener("storage", notify);
    };
  }

  return () => [useSyncExternalStore(subscribe, read, () => initial), write];
}

function attempt<Result>(use: () => Result): Result | null {
  try {
    return use();
  } catch {
    return null;
  }
}
