import { LONGEST_NAME, LONGEST_PASSWORD, SHORTEST_PASSWORD } from "@/lib/account/lengths";
import type { ProblemCode } from "@/lib/account/problems";

type ProblemWords = {
  text: string;
  /** The field to change, when it is one. */
  field?: "password" | "again" | "name" | "current";
};

export const PROBLEM_WORDS: Record<ProblemCode, ProblemWords> = {
  wrong_password: {
    text: "This e-mail address and password do not belong together.",
    field: "password",
  },
  throttled: {
    text: "There were too many attempts, so for now even the right password is not taken.",
  },
  mail_throttled: {
    text: "Several links were sent there already. Look into the inbox and the spam folder first.",
  },
  busy: { text: "Too many people are signing in at this moment. Try again in a few seconds." },
  form_expired: {
    text: "This page had been open for too long, so nothing was sent. Try again now.",
  },
  no_cookies: {
    text: "Your browser keeps no cookies for this site, and nobody can stay signed in without one. Allow them, then try again.",
  },
  link_over: { text: "This link was used already or is too old. Ask for a new one below." },
  mail_failed: {
    text: "The link could not be sent. Check the address, or try again in a few minutes.",
  },
  github_failed: {
    text: "GitHub did not sign you in. If you did not stop it yourself, try again.",
  },
  other_way: {
    text: "That GitHub account cannot be used here: its e-mail address already belongs to an account with another way to sign in, or it is linked to somebody else. Sign in the other way first; then you can add GitHub on your account's page.",
  },
  invitation_over: { text: "This invitation was used or has expired in the meantime." },
  name_missing: { text: "Say what you want to be called.", field: "name" },
  name_long: { text: `A name has at most ${LONGEST_NAME} characters.`, field: "name" },
  password_short: {
    text: `The password needs at least ${SHORTEST_PASSWORD} characters.`,
    field: "password",
  },
  password_long: {
    text: `The password has at most ${LONGEST_PASSWORD} characters.`,
    field: "password",
  },
  passwords_differ: { text: "The two passwords are not the same.", field: "again" },
  wrong_current: { text: "That is not your current password.", field: "current" },
  last_way: { text: "GitHub is your only way to sign in, so it has to stay." },
  failed: { text: "That did not work, and it is not your fault. Try again in a moment." },
};
