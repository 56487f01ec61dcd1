import { createPreference } from "./stored-preference";

const usePreference = createPreference("shortcuts", ["on", "off"], "on");

/** Single-key shortcuts can be switched off (WCAG 2.1.4); the choice stays in this browser. */
export function useShortcutPreference(): [isOn: boolean, setOn: (isOn: boolean) => void] {
  const [choice, choose] = usePreference();
  return [choice === "on", (isOn) => choose(isOn ? "on" : "off")];
}
