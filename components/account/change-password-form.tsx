"use client";

import type { Problem } from "@/lib/account/problems";
import { AccountForm } from "./account-form";
import { NewPasswordFields } from "./new-password-fields";
import { TextField } from "./text-field";

type ChangePasswordFormProps = { email: string; problem: Problem | null };

export function ChangePasswordForm({ email, problem }: ChangePasswordFormProps) {
  return (
    <AccountForm action="/api/account/password" problem={problem} submit="Change the password">
      {(problemIdOf) => (
        <>
          {/* For password managers, which keep passwords by name. */}
          <input
            type="text"
            name="email"
            defaultValue={email}
            autoComplete="username"
            readOnly
            hidden
          />
          <TextField
            label="Current password"
            name="current"
            type="password"
            autoComplete="current-password"
            required
            problemId={problemIdOf("current")}
          />
          <NewPasswordFields problemIdOf={problemIdOf} />
        </>
      )}
    </AccountForm>
  );
}
