"use client";

import { Button } from "@/components/ui/button";
import { KeyHint } from "@/components/ui/kbd";
import { useShortcutPreference } from "./shortcut-preference";

/** Opens the list of keys; only where there is a keyboard to speak of. The key `?` opens it everywhere. */
export function HelpButton({ onOpen }: { onOpen: () => void }) {
  const [isOn] = useShortcutPreference();
  return (
    <Button
      look="quiet"
      aria-keyshortcuts={isOn ? "?" : undefined}
      onClick={onOpen}
      className="hidden! justify-self-end px-3 font-normal text-ink-3! [grid-area:keys] md:pointer-fine:inline-flex! short:hidden!"
    >
      Shortcuts
      {isOn && <KeyHint>?</KeyHint>}
    </Button>
  );
}
