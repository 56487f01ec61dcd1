/** What can go wrong around an account, as addresses and problem documents name it. Pages have the words. */
const CODES = [
  "wrong_password",
  "throttled",
  "mail_throttled",
  "busy",
  "form_expired",
  "no_cookies",
  "link_over",
  "mail_failed",
  "github_failed",
  "other_way",
  "invitation_over",
  "name_missing",
  "name_long",
  "password_short",
  "password_long",
  "passwords_differ",
  "wrong_current",
  "last_way",
  "failed",
] as const;
export type ProblemCode = (typeof CODES)[number];

/** `waitSeconds`: how long it is no use to try again. */
export type Problem = { code: ProblemCode; waitSeconds: number };

/** The names that next-auth gives the same things (next-auth.js.org/configuration/pages#sign-in-page). */
const NEXT_AUTH_CODES = new Map<string, ProblemCode>([
  ["CredentialsSignin", "wrong_password"],
  ["EmailSignin", "mail_failed"],
  ["Verification", "link_over"],
  ["OAuthAccountNotLinked", "other_way"],
  ["OAuthSignin", "github_failed"],
  ["OAuthCallback", "github_failed"],
  ["OAuthCreateAccount", "github_failed"],
  ["Callback", "github_failed"],
]);

/** Longer than any wait we impose: what an address claims beyond it is not ours. */
const LONGEST_WAIT_SECONDS = 3_600;

type Throttled = "throttled" | "mail_throttled";

/** How an address names that it is no use to try again before `until`. */
export function throttledText(code: Throttled, until: Date): string {
  return `${code}:${Math.ceil(until.getTime() / 1000)}`;
}

/** Reads what an address names as `error`; null when it names nothing, or a wait that has passed. `now` is in ms. */
export function readProblem(error: string | null | undefined, now: number): Problem | null {
  if (!error) return null;
  const [name = "", until = ""] = error.split(":");
  const code = NEXT_AUTH_CODES.get(name) ?? CODES.find((known) => known === name) ?? "failed";
  if (code !== "throttled" && code !== "mail_throttled") return { code, waitSeconds: 0 };
  const waitSeconds = Math.min(LONGEST_WAIT_SECONDS, Math.ceil(Number(until) - now / 1000));
  return waitSeconds > 0 ? { code, waitSeconds } : null;
}

const NOTICES = [
  "mail_sent",
  "signed_out",
  "signed_out_everywhere",
  "welcome",
  "password_changed",
  "github_removed",
] as const;

/** What went well, for the page that comes next. */
export type Notice = (typeof NOTICES)[number];

/** Reads what an address names as `notice`. */
export function readNotice(notice: string | null | undefined): Notice | null {
  return NOTICES.find((known) => known === notice) ?? null;
}
