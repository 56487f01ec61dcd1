import type { Permission } from "@/lib/access/permissions";

type AdminPage = { href: string; label: string; permission: Permission };

/** The pages of /admin in the order of their navigation, each with what it takes to see it. */
export const ADMIN_PAGES: readonly AdminPage[] = [
  { href: "/admin", label: "Overview", permission: "admin.view" },
  { href: "/admin/votes", label: "Votes", permission: "admin.view" },
  { href: "/admin/entrants", label: "Entrants", permission: "admin.view" },
  { href: "/admin/creations", label: "Creations", permission: "creations.manage" },
  { href: "/admin/reports", label: "Reports", permission: "reports.resolve" },
  { href: "/admin/runs", label: "Runs", permission: "admin.view" },
  { href: "/admin/people", label: "People", permission: "people.manage" },
  { href: "/admin/audit", label: "Audit log", permission: "admin.view" },
];
