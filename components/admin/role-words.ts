/** Roles as they are told. */
export const ROLE_WORDS = { voter: "Voter", maintainer: "Maintainer", owner: "Owner" } as const;
