"use client";

import { Flag } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { LONGEST_NOTE, type ReportReason } from "@/lib/report/reasons";

const REASONS: Record<ReportReason, string> = {
  broken: "It is broken: nothing there, or torn apart by a fault that is not its maker's",
  offensive: "It is offensive",
  identifies_maker: "It tells who made it, by a name or a mark",
};

type ReportFormProps = {
  /** Where the report goes. */
  address: string;
  /** What is reported, in a sentence: "this object", "creation A". */
  what: string;
};

type Progress = "idle" | "sending" | "sent" | { problem: string };

/** Says what is wrong with a creation, to the maintainers alone. No account is needed. */
export function ReportForm({ address, what }: ReportFormProps) {
  const [progress, setProgress] = useState<Progress>("idle");
  const noteId = useId();

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setProgress("sending");
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ reason: form.get("reason"), note: form.get("note") }),
    }).catch(() => null);
    if (response?.ok) return setProgress("sent");
    const problem = await response?.json().catch(() => null);
    setProgress({ problem: problem?.title ?? "The report could not be sent. Is there a network?" });
  }

  if (progress === "sent")
    return (
      <p role="status" className="text-[13px] text-ink-2">
        Thank you. A maintainer will look at it.
      </p>
    );
  return (
    <details className="text-sm">
      <summary className="flex min-h-11 w-fit items-center gap-2 rounded-control text-[13px] text-ink-2 hover:text-ink">
        <Flag className="size-4" aria-hidden="true" />
        Report {what}
      </summary>
      <form onSubmit={send} className="flex max-w-[60ch] flex-col gap-3 pt-2">
        <fieldset className="flex flex-col">
          <legend className="pb-1 font-medium">What is wrong with it?</legend>
          {Object.entries(REASONS).map(([reason, words]) => (
            <label key={reason} className="flex min-h-11 items-center gap-3">
              <input
                type="radio"
                name="reason"
                value={reason}
                required
                className="size-4 shrink-0 accent-accent"
              />
              {words}
            </label>
          ))}
        </fieldset>
        <label htmlFor={noteId} className="font-medium">
          More, if it helps
        </label>
        <textarea
          id={noteId}
          name="note"
          rows={2}
          maxLength={LONGEST_NOTE}
          className="rounded-control border border-line-strong bg-surface p-3"
        />
        {typeof progress === "object" && (
          <p role="alert" className="text-bad">
            {progress.problem}
          </p>
        )}
        <Button type="submit" className="self-start" disabled={progress === "sending"}>
          Send the report
        </Button>
      </form>
    </details>
  );
}
