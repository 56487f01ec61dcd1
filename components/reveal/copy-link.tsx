"use client";

import { Check, Link2 } from "lucide-react";
import { useEffect, useState } from "react";

type CopyLinkProps = { path: string; className: string };

/** Puts the address of a battle into the clipboard; a browser that forbids that shows it instead. */
export function CopyLink({ path, className }: CopyLinkProps) {
  const [isCopied, setCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy() {
    const address = new URL(path, location.href).href;
    try {
      await navigator.clipboard.writeText(address);
      setCopied(true);
    } catch {
      window.prompt("The address of this battle", address);
    }
  }

  return (
    <button type="button" onClick={copy} className={className}>
      {isCopied ? (
        <Check className="size-4" aria-hidden="true" />
      ) : (
        <Link2 className="size-4" aria-hidden="true" />
      )}
      {isCopied ? "Copied" : "Copy link"}
    </button>
  );
}
