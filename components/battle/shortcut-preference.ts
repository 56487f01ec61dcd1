import { useSyncExternalStore } from "react";

const STORAGE_KEY = "polyduel.shortcuts";
const listeners = new Set<() => void>();

/** Single-key shortcuts can be switched off (WCAG 2.1.4); the choice stays in this browser. */
export function useShortcutPreference(): [isOn: boolean, setOn: (isOn: boolean) => void] {
  const isOn = useSyncExternalStore(subscribe, readPreference, () => true);
  return [isOn, writePreference];
}

function readPreference(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) !== "off";
  } catch {
    // Storage may be forbidden; then the choice lasts as long as nothing is stored.
    return true;
  }
}

function writePreference(isOn: boolean) {
  try {
    localStorage.setItem(STORAGE_KEY, isOn ? "on" : "off");
  } catch {
    return;
  }
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
