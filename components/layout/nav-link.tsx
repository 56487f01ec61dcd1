"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { QuietLink } from "@/components/ui/quiet-link";

/** A header link that knows when the reader is there already, or on a page below it. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const path = usePathname();
  const isBelow = href !== "/" && path.startsWith(`${href}/`);
  return (
    <QuietLink
      href={href}
      aria-current={path === href ? "page" : isBelow ? "true" : undefined}
      className="relative flex h-11 items-center rounded-control px-2.5 text-ink-2 hover:text-ink aria-[current]:font-medium aria-[current]:text-ink aria-[current]:after:absolute aria-[current]:after:inset-x-2.5 aria-[current]:after:-bottom-1.5 aria-[current]:after:h-0.5 aria-[current]:after:bg-ink sm:px-3 sm:aria-[current]:after:inset-x-3 short:aria-[current]:after:bottom-0"
    >
      {children}
    </QuietLink>
  );
}
