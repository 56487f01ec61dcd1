"use client";

import type { Problem } from "@/lib/account/problems";
import { AccountForm } from "./account-form";
import { HiddenFields } from "./hidden-fields";
import { TextField } from "./text-field";

type PasswordFormProps = { csrfToken: string; callbackUrl: string; problem: Problem | null };

/** E-mail address and password. */
export function PasswordForm({ csrfToken, callbackUrl, problem }: PasswordFormProps) {
  return (
    <AccountForm
      action="/api/auth/callback/password"
      problem={problem}
      submit="Sign in"
      sending="Signing in …"
      look="primary"
    >
      {(problemIdOf) => (
        <>
          <HiddenFields values={{ csrfToken, callbackUrl }} />
          <TextField
            label="E-mail address"
            name="email"
            type="email"
            autoComplete="username"
            required
            maxLength={254}
          />
          <TextField
            label="Password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            problemId={problemIdOf("password")}
          />
        </>
      )}
    </AccountForm>
  );
}
