"use client";

import { useId } from "react";
import { Button } from "@/components/ui/button";
import { LONGEST_NAME } from "@/lib/account/lengths";
import type { Problem } from "@/lib/account/problems";
import { HiddenFields } from "./hidden-fields";
import { NewPasswordFields } from "./new-password-fields";
import { ProblemAlert } from "./problem-alert";
import { TextField } from "./text-field";
import { useFormPost } from "./use-form-post";

type AcceptFormProps = { token: string; email: string; problem: Problem | null };

/** Accepts an invitation. */
export function AcceptForm({ token, email, problem: initial }: AcceptFormProps) {
  const alertId = useId();
  const { form, problem, isSending, onSubmit, problemIdOf } = useFormPost({ initial, alertId });
  return (
    <form
      ref={form}
      method="post"
      action="/api/invitations"
      onSubmit={onSubmit}
      className="flex flex-col gap-4"
    >
      {problem && <ProblemAlert id={alertId} problem={problem} />}
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
      <Button
        type="submit"
        look="primary"
        aria-disabled={isSending}
        aria-describedby={problem ? alertId : undefined}
      >
        {isSending ? "One moment …" : "Accept and sign in"}
      </Button>
    </form>
  );
}
