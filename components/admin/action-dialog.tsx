"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button, type ButtonLook } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { sendAction } from "./send-action";

type ActionDialogProps = {
  /** What the button says, and what it says to those who do not see what it stands beside. */
  trigger: string;
  triggerLabel?: string;
  look?: ButtonLook;
  className?: string;
  title: string;
  url: string;
  method?: "POST" | "DELETE";
  /** Sent with what the fields say. */
  body?: Record<string, unknown>;
  submit: string;
  /** What it does, and fields with names. */
  children: ReactNode;
};

/** A button that asks before it acts: what happens, why, and what went wrong. */
export function ActionDialog(props: ActionDialogProps) {
  const { trigger, triggerLabel, look, className, title, url, method, body, submit, children } =
    props;
  const dialog = useRef<HTMLDialogElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [state, setState] = useState<{ isBusy: boolean; problem: string | null }>(IDLE);
  const router = useRouter();
  const problemId = useId();

  useEffect(() => {
    if (!isOpen) return;
    dialog.current?.showModal();
    form.current?.querySelector<HTMLElement>("select, input, button")?.focus();
  }, [isOpen]);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (state.isBusy) return;
    const fields = Object.fromEntries(new FormData(event.currentTarget));
    setState({ isBusy: true, problem: null });
    const sent = await sendAction(url, { ...body, ...fields }, method);
    setState({ isBusy: false, problem: sent.ok ? null : sent.problem });
    if (!sent.ok) return;
    dialog.current?.close();
    router.refresh();
  }

  return (
    <>
      <Button
        look={look ?? "secondary"}
        className={className}
        aria-label={triggerLabel}
        onClick={() => {
          setState(IDLE);
          setOpen(true);
        }}
      >
        {trigger}
      </Button>
      {isOpen && (
        <Dialog ref={dialog} title={title} onClose={() => setOpen(false)}>
          <form
            ref={form}
            onSubmit={send}
            aria-describedby={problemId}
            className="flex flex-col gap-4 whitespace-normal text-left text-[15px]"
          >
            {children}
            <p id={problemId} role="alert" className="text-bad text-sm empty:hidden">
              {state.problem}
            </p>
            <div className="flex flex-wrap justify-end gap-2">
              <Button onClick={() => dialog.current?.close()}>Cancel</Button>
              <Button type="submit" look="primary" aria-disabled={state.isBusy}>
                {state.isBusy ? "One moment…" : submit}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}

const IDLE = { isBusy: false, problem: null };
