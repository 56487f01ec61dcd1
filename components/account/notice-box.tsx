import type { Notice } from "@/lib/account/problems";

const WORDS: Record<Notice, string> = {
  mail_sent:
    "A link is on its way to you. It is good once, within a quarter of an hour; look into the spam folder too.",
  signed_out: "You are signed out.",
  signed_out_everywhere: "You are signed out, here and on every other device.",
  welcome: "Welcome. Your account is ready and you are signed in.",
  password_changed: "Your password is changed. Other devices have to sign in again.",
  github_removed: "GitHub can no longer sign you in here.",
};

/** What went well, on the page that comes after. */
export function NoticeBox({ notice }: { notice: Notice }) {
  return (
    <p
      role="status"
      className="rounded-card border border-good border-l-4 bg-surface px-4 py-3 text-pretty text-[15px] text-ink"
    >
      {WORDS[notice]}
    </p>
  );
}
