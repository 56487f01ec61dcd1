import type { ReactNode } from "react";
import { SiteFooter } from "@/components/layout/site-footer";

/** The frame of a page that holds a form and little else. */
export function NarrowPage({ children }: { children: ReactNode }) {
  return (
    <>
      <main id="content" className="mx-auto w-full min-w-0 max-w-md px-4 pt-8 pb-16 sm:pt-12">
        {children}
      </main>
      <SiteFooter />
    </>
  );
}
