/** Who somebody is to the arena; whoever is not signed in is nobody. */
export const ROLES = ["nobody", "voter", "maintainer", "owner"] as const;
export type Role = (typeof ROLES)[number];

const SIGNED_IN = ["voter", "maintainer", "owner"] as const;
const MAINTAINERS = ["maintainer", "owner"] as const;

/** Who may do what: the only place that says so. What is not named here is everybody's. */
export const PERMISSIONS = {
  "account.view": SIGNED_IN,
  "admin.view": MAINTAINERS,
  "ratings.recompute": MAINTAINERS,
  "votes.exclude": MAINTAINERS,
  "entrants.manage": MAINTAINERS,
  "creations.manage": MAINTAINERS,
  "reports.resolve": MAINTAINERS,
  "people.manage": ["owner"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether this role may do that. */
export function may(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] = PERMISSIONS[permission];
  return roles.includes(role);
}
