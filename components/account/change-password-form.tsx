"use client";

import { useId } from "react";
import { Button } from "@/components/ui/button";
import type { Problem } from "@/lib/account/problems";
import { NewPasswordFields } from "./new-password-fields";
import { ProblemAlert } from "./problem-alert";
import { TextField } from "./text-field";
import { useFormPost } from "./use-form-post";

type ChangePasswordFormProps = { email: string; problem: Problem | null };

export function ChangePasswordForm({ email, problem: initial }: ChangePasswordFormProps) {
  const alertId = useId();
  const { form, problem, isSending, onSubmit, problemIdOf } = useFormPost({ initial, alertId });
  return (
    <form
      ref={form}
      method="post"
      action="/api/account/password"
      onSubmit={onSubmit}
      className="flex flex-col gap-4"
    >
      {problem && <ProblemAlert id={alertId} problem={problem} />}
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
      <Button
        type="submit"
        aria-disabled={isSending}
        aria-describedby={problem ? alertId : undefined}
      >
        {isSending ? "One moment …" : "Change the password"}
      </Button>
    </form>
  );
}
