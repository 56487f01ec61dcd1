"use client";

import { LONGEST_NAME } from "@/lib/account/lengths";
import type { Problem } from "@/lib/account/problems";
import { AccountForm } from "./account-form";
import { HiddenFields } from "./hidden-fields";
import { NewPasswordFields } from "./new-password-fields";
import { TextField } from "./text-field";

type AcceptFormProps = { token: string; email: string; problem: Problem | null };

/** Accepts an invitation. */
export function AcceptForm({ token, email, problem }: AcceptFormProps) {
  return (
    <AccountForm
      action="/api/invitations"
      problem={problem}
      submit="Accept and sign in"
      look="primary"
    >
      {(problemIdOf) => (
        <>
          <HiddenFields values={{ token }} />
          {/* Not asked: with it a password manager knows what the new password is for. */}
          <TextField
            label="E-mail address"
            name="email"
            type="email"
            defaultValue={email}
            autoComplete="username"
            readOnly
          />
          <TextField
            label="Your name"
            name="name"
            autoComplete="name"
            required
            maxLength={LONGEST_NAME}
            hint="Other maintainers see it beside what you do."
            problemId={problemIdOf("name")}
          />
          <NewPasswordFields problemIdOf={problemIdOf} />
        </>
      )}
    </AccountForm>
  );
}
