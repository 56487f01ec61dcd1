import type { ComponentProps } from "react";
import { QuietLink } from "@/components/ui/quiet-link";

/** A link within figures or text, large enough for a thumb where there is one. */
export function TextLink({ className = "", ...props }: ComponentProps<typeof QuietLink>) {
  return (
    <QuietLink
      {...props}
      className={`underline decoration-line-strong underline-offset-4 hover:decoration-ink pointer-coarse:inline-block pointer-coarse:py-2.5 ${className}`}
    />
  );
}
