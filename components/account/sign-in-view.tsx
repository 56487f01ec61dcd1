import { Button, buttonClass } from "@/components/ui/button";
import { QuietLink } from "@/components/ui/quiet-link";
import type { Notice, Problem } from "@/lib/account/problems";
import { HiddenFields } from "./hidden-fields";
import { NoticeBox } from "./notice-box";
import { PasswordForm } from "./password-form";
import { PostButton } from "./post-button";
import { ProblemAlert } from "./problem-alert";
import { TextField } from "./text-field";

type SignInViewProps = {
  /** Null when this browser keeps no cookies. */
  csrfToken: string | null;
  /** The path to go to afterwards. */
  callbackUrl: string;
  ways: { github: boolean; email: boolean };
  problem: Problem | null;
  notice: Notice | null;
};

/** Problems that the password's own form tells of. */
const OF_PASSWORD = new Set(["wrong_password", "throttled", "busy"]);

export function SignInView({ csrfToken, callbackUrl, ways, problem, notice }: SignInViewProps) {
  const isOfPassword = problem !== null && OF_PASSWORD.has(problem.code);
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-2">
        <h1 className="font-semibold text-2xl tracking-[-0.02em]">Sign in</h1>
        <p className="text-[15px] text-ink-2">
          Judging needs no account. With one, your votes stay together on every device you use.
        </p>
      </header>
      {notice && <NoticeBox notice={notice} />}
      {problem && !isOfPassword && <ProblemAlert id="sign-in-problem" problem={problem} />}
      {csrfToken === null ? (
        <QuietLink
          href={`/sign-in?${new URLSearchParams({ callbackUrl })}`}
          className={buttonClass("primary")}
        >
          Try again
        </QuietLink>
      ) : (
        <SignInForms
          ways={ways}
          hidden={{ csrfToken, callbackUrl }}
          problem={isOfPassword ? problem : null}
        />
      )}
    </div>
  );
}

type SignInFormsProps = Pick<SignInViewProps, "ways" | "problem"> & { hidden: Hidden };
type Hidden = { csrfToken: string; callbackUrl: string };

function SignInForms({ ways, hidden, problem }: SignInFormsProps) {
  return (
    <>
      {ways.github && (
        <PostButton action="/api/auth/signin/github" values={hidden}>
          Continue with GitHub
        </PostButton>
      )}
      {ways.email && <MailLinkForm hidden={hidden} />}
      {(ways.github || ways.email) && (
        <h2 className="-mb-2 border-line border-t pt-6 font-semibold text-base">
          Or with a password
        </h2>
      )}
      <PasswordForm {...hidden} problem={problem} />
      <p className="text-[13px] text-ink-3">
        Passwords come with an invitation. Whoever has lost theirs asks an owner of this arena for a
        new one.
      </p>
    </>
  );
}

function MailLinkForm({ hidden }: { hidden: Hidden }) {
  return (
    <form method="post" action="/api/auth/signin/email" className="flex flex-col gap-4">
      <HiddenFields values={hidden} />
      <TextField
        label="Your e-mail"
        name="email"
        type="email"
        autoComplete="email"
        required
        maxLength={254}
        hint="We send you a link that signs you in, without a password."
      />
      <Button type="submit">Send me a link</Button>
    </form>
  );
}
