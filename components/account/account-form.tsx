"use client";

import { type ReactNode, useId } from "react";
import { Button, type ButtonLook } from "@/components/ui/button";
import type { Problem } from "@/lib/account/problems";
import { ProblemAlert } from "./problem-alert";
import { useFormPost } from "./use-form-post";

type AccountFormProps = {
  action: string;
  /** What went wrong before the page came. */
  problem: Problem | null;
  /** What the button says, and what it says while the form is on its way. */
  submit: string;
  sending?: string;
  look?: ButtonLook;
  /** The fields. `problemIdOf`, given a field's name: the id of what says why it has to change. */
  children: (problemIdOf: (name: string) => string | undefined) => ReactNode;
};

/** A form that tells above its fields what went wrong, with or without JavaScript. */
export function AccountForm(props: AccountFormProps) {
  const { action, problem: initial, submit, sending = "One moment …", look, children } = props;
  const alertId = useId();
  const { form, problem, isSending, onSubmit, problemIdOf } = useFormPost({ initial, alertId });
  return (
    <form
      ref={form}
      method="post"
      action={action}
      onSubmit={onSubmit}
      className="flex flex-col gap-4"
    >
      {problem && <ProblemAlert id={alertId} problem={problem} />}
      {children(problemIdOf)}
      <Button
        type="submit"
        look={look}
        aria-disabled={isSending}
        aria-describedby={problem ? alertId : undefined}
      >
        {isSending ? sending : submit}
      </Button>
    </form>
  );
}
