"use client";

import { useId } from "react";
import { Button } from "@/components/ui/button";
import type { Problem } from "@/lib/account/problems";
import { HiddenFields } from "./hidden-fields";
import { ProblemAlert } from "./problem-alert";
import { TextField } from "./text-field";
import { useFormPost } from "./use-form-post";

type PasswordFormProps = { csrfToken: string; callbackUrl: string; problem: Problem | null };

/** E-mail address and password. */
export function PasswordForm({ csrfToken, callbackUrl, problem: initial }: PasswordFormProps) {
  const alertId = useId();
  const { form, problem, isSending, onSubmit, problemIdOf } = useFormPost({ initial, alertId });
  return (
    <form
      ref={form}
      method="post"
      action="/api/auth/callback/password"
      onSubmit={onSubmit}
      className="flex flex-col gap-4"
    >
      {problem && <ProblemAlert id={alertId} problem={problem} />}
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
      <Button
        type="submit"
        look="primary"
        aria-disabled={isSending}
        aria-describedby={problem ? alertId : undefined}
      >
        {isSending ? "Signing in …" : "Sign in"}
      </Button>
    </form>
  );
}
