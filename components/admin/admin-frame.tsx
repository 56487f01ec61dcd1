import type { ReactNode } from "react";
import { SiteFooter } from "@/components/layout/site-footer";
import { PillLink } from "@/components/ui/pill-link";
import { may, type Role } from "@/lib/access/permissions";
import { ADMIN_PAGES } from "./admin-pages";

type AdminFrameProps = {
  /** The reader's: pages that they may not see are not offered. */
  role: Role;
  /** The page's own address, or that of the page it belongs to. */
  current: string;
  title: string;
  /** One or two sentences under the title. */
  intro: ReactNode;
  children: ReactNode;
};

/** Every page of /admin: where else to go, what this page is, and the page. */
export function AdminFrame({ role, current, title, intro, children }: AdminFrameProps) {
  return (
    <>
      <main id="content" className="mx-auto w-full min-w-0 max-w-6xl px-4 pt-5 pb-16 sm:px-6">
        <nav aria-label="Administration" className="flex flex-wrap gap-1.5 pb-6">
          {ADMIN_PAGES.filter(({ permission }) => may(role, permission)).map(({ href, label }) => (
            <PillLink key={href} href={href} aria-current={href === current ? "page" : undefined}>
              {label}
            </PillLink>
          ))}
        </nav>
        <h1 className="font-semibold text-2xl tracking-[-0.02em]">{title}</h1>
        <p className="max-w-[68ch] pt-1 pb-6 text-[15px] text-ink-2">{intro}</p>
        {children}
      </main>
      <SiteFooter />
    </>
  );
}
