type RoleWords = { name: string; asOne: string; may: string };

/** Roles as they are told. */
export const ROLE_WORDS: Record<"voter" | "maintainer" | "owner", RoleWords> = {
  voter: {
    name: "Voter",
    asOne: "a voter",
    may: "you judge battles, and your votes stay together",
  },
  maintainer: {
    name: "Maintainer",
    asOne: "a maintainer",
    may: "you watch its boards, exclude votes, and pause entrants or hide creations",
  },
  owner: {
    name: "Owner",
    asOne: "an owner",
    may: "you do all that maintainers do, and say who they are",
  },
};
