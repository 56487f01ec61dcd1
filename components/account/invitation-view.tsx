import { buttonClass } from "@/components/ui/button";
import { timeText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { FoundInvitation } from "@/lib/account/invitations";
import type { Problem } from "@/lib/account/problems";
import { AcceptForm } from "./accept-form";
import { ROLE_WORDS } from "./role-words";

type InvitationViewProps = { found: FoundInvitation; token: string; problem: Problem | null };

const OVER = {
  used: {
    title: "This invitation was used",
    text: "The account it was for exists. Sign in with the password that was chosen then; if that was not you, tell an owner of this arena at once.",
  },
  expired: {
    title: "This invitation has expired",
    text: "Ask whoever invited you for a new one. They need only your e-mail address for that.",
  },
  unknown: {
    title: "There is no such invitation",
    text: "The link may be cut off: copy all of it. If you were invited twice, only the newer link is good. Otherwise ask for a new one.",
  },
} as const;

/** Who is invited as what and until when, or what to do when nobody is. */
export function InvitationView({ found, token, problem }: InvitationViewProps) {
  if (found.state !== "open") {
    const { title, text } = OVER[found.state];
    return (
      <div className="flex flex-col gap-4">
        <h1 className="font-semibold text-2xl tracking-[-0.02em]">{title}</h1>
        <p className="text-[15px] text-ink-2">{text}</p>
        <QuietLink href="/sign-in" className={buttonClass("secondary", "self-start")}>
          To the sign-in
        </QuietLink>
      </div>
    );
  }
  const { email, role, expiresAt } = found.invitation;
  const iso = expiresAt.toISOString();
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-2">
        <h1 className="font-semibold text-2xl tracking-[-0.02em]">You are invited</h1>
        <p className="text-[15px] text-ink-2">
          <strong className="break-all text-ink">{email}</strong> is to be {ROLE_WORDS[role].asOne}{" "}
          of this arena: {ROLE_WORDS[role].may}. The invitation is good once, until{" "}
          <time dateTime={iso}>{timeText(iso)}</time>.
        </p>
      </header>
      <AcceptForm token={token} email={email} problem={problem} />
    </div>
  );
}
