import type { ReactNode } from "react";
import { countText, timeText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { AccountSummary } from "@/lib/account/account-summary";
import type { Notice, Problem } from "@/lib/account/problems";
import { ChangePasswordForm } from "./change-password-form";
import { NoticeBox } from "./notice-box";
import { PostButton } from "./post-button";
import { ProblemAlert } from "./problem-alert";
import { ROLE_WORDS } from "./role-words";

type AccountViewProps = {
  user: { name: string | null; email: string | null; role: keyof typeof ROLE_WORDS };
  account: AccountSummary;
  csrfToken: string;
  /** What this arena offers beside passwords. */
  ways: { github: boolean; email: boolean };
  canManage: boolean;
  problem: Problem | null;
  notice: Notice | null;
};

/** Problems that the password's own form tells of. */
const OF_PASSWORD = new Set([
  "wrong_current",
  "password_short",
  "password_long",
  "passwords_differ",
  "throttled",
  "busy",
]);

export function AccountView(props: AccountViewProps) {
  const { user, account, problem, notice } = props;
  const isOfPassword = problem !== null && OF_PASSWORD.has(problem.code);
  return (
    <div className="flex flex-col gap-8">
      <h1 className="font-semibold text-2xl tracking-[-0.02em]">Your account</h1>
      {notice && <NoticeBox notice={notice} />}
      {problem && !isOfPassword && <ProblemAlert id="account-problem" problem={problem} />}
      <Facts {...props} />
      <Ways {...props} />
      {account.hasPassword && (
        <Section title="Change your password">
          <ChangePasswordForm email={user.email ?? ""} problem={isOfPassword ? problem : null} />
        </Section>
      )}
      <Section title="Sign out">
        <p className="text-[15px] text-ink-2">
          Signing out everywhere also ends your sessions in browsers that you no longer have.
        </p>
        <div className="flex flex-wrap gap-2">
          <PostButton
            action="/api/auth/signout"
            values={{ csrfToken: props.csrfToken, callbackUrl: "/sign-in?notice=signed_out" }}
          >
            Sign out
          </PostButton>
          <PostButton action="/api/account/sessions" values={{}} look="quiet">
            Sign out everywhere
          </PostButton>
        </div>
      </Section>
    </div>
  );
}

function Facts({ user, account, canManage }: AccountViewProps) {
  const { given, counted } = account.votes;
  const since = account.since.toISOString();
  return (
    <div className="flex flex-col gap-4">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 text-[15px]">
        <Fact name="Name">{user.name ?? "—"}</Fact>
        <Fact name="E-mail">
          <span className="break-all">{user.email ?? "—"}</span>
        </Fact>
        <Fact name="Role">
          <span>{ROLE_WORDS[user.role].name}</span>
          <span className="block text-[13px] text-ink-3">
            In this arena {ROLE_WORDS[user.role].may}.
          </span>
        </Fact>
        <Fact name="Votes">
          <span className="tabular-nums">{countText(counted)}</span> counted as yours
          {given > counted && (
            <span className="block text-[13px] text-ink-3">
              {countText(given - counted)} more excluded
            </span>
          )}
        </Fact>
        <Fact name="Since">
          <time dateTime={since}>{timeText(since)}</time>
        </Fact>
      </dl>
      {canManage && (
        <QuietLink href="/admin" className="self-start text-[15px] underline underline-offset-4">
          Run the arena
        </QuietLink>
      )}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Ways({ user, account, csrfToken, ways }: AccountViewProps) {
  const hasGitHub = account.sites.includes("github");
  return (
    <Section title="How you sign in">
      <ul className="divide-y divide-line border-line border-y text-[15px]">
        {account.hasPassword && <Way name="Password" />}
        {ways.email && user.email && <Way name="A link by e-mail" />}
        {(ways.github || hasGitHub) && (
          <Way name="GitHub">
            {hasGitHub ? (
              <PostButton action="/api/account/sites" values={{ site: "github" }} look="quiet">
                Remove
              </PostButton>
            ) : (
              <PostButton
                action="/api/auth/signin/github"
                values={{ csrfToken, callbackUrl: "/account" }}
              >
                Add
              </PostButton>
            )}
          </Way>
        )}
      </ul>
    </Section>
  );
}

function Way({ name, children }: { name: string; children?: ReactNode }) {
  return (
    <li className="flex min-h-12 items-center justify-between gap-4 py-1">
      {name}
      {children}
    </li>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4">
      <h2 className="font-semibold text-base">{title}</h2>
      {children}
    </section>
  );
}
