import type { SignInSite } from "@/lib/account/schema";

/** What a user's own page says beside who they are. */
export type AccountSummary = {
  since: Date;
  hasPassword: boolean;
  /** Other sites that this user can sign in with. */
  sites: SignInSite[];
  /** Votes of every voter that is this user, and how many of them count. */
  votes: { given: number; counted: number };
};
