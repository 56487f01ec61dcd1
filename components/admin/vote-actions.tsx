"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { countText } from "@/components/ui/number-text";
import { ReasonSelect } from "./reason-select";
import { sendAction } from "./send-action";
import { listTicks } from "./ticks";

/** Excludes or restores the votes whose boxes are ticked. */
export function VoteActions({ form: id }: { form: string }) {
  const form = useRef<HTMLFormElement>(null);
  const [ticked, setTicked] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ text: string; isProblem: boolean } | null>(null);
  const router = useRouter();

  useEffect(() => {
    const count = () => setTicked(listTicks(id).filter(({ checked }) => checked).length);
    count();
    document.addEventListener("change", count);
    return () => document.removeEventListener("change", count);
  }, [id]);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    const isRestoring = submitter?.getAttribute("value") === "restore";
    const fields = new FormData(event.currentTarget);
    const voteIds = fields.getAll("vote");
    if (isBusy) return;
    if (voteIds.length === 0) return setSaid({ text: "Tick a vote first.", isProblem: true });
    setBusy(true);
    const sent = await (isRestoring
      ? sendAction("/api/admin/votes/restore", { votes: { voteIds } })
      : sendAction("/api/admin/votes/exclude", {
          votes: { voteIds },
          reason: fields.get("reason"),
        }));
    setBusy(false);
    if (!sent.ok) return setSaid({ text: sent.problem, isProblem: true });
    setSaid({ text: doneText(sent.body, isRestoring), isProblem: false });
    form.current?.reset();
    setTicked(0);
    router.refresh();
  }

  return (
    <form
      id={id}
      ref={form}
      onSubmit={send}
      aria-label="Exclude or restore"
      className="flex flex-wrap items-end gap-2 pb-3"
    >
      <ReasonSelect className="w-full sm:w-60" />
      <Button type="submit" aria-disabled={isBusy}>
        Exclude
      </Button>
      <Button type="submit" value="restore" formNoValidate aria-disabled={isBusy}>
        Restore
      </Button>
      <p className="flex h-11 items-center px-1 text-ink-2 text-sm tabular-nums">
        {countText(ticked)} ticked
      </p>
      <p
        role={said?.isProblem ? "alert" : "status"}
        className={`flex min-h-11 items-center text-sm ${said?.isProblem ? "text-bad" : "text-good"}`}
      >
        {said?.text}
      </p>
    </form>
  );
}

function doneText(body: unknown, isRestoring: boolean): string {
  const changed =
    typeof body === "object" && body !== null && "changed" in body ? Number(body.changed) : 0;
  const votes = `${countText(changed)} ${changed === 1 ? "vote" : "votes"}`;
  if (changed === 0) return isRestoring ? "They counted already." : "They were excluded already.";
  return isRestoring ? `${votes} restored.` : `${votes} excluded.`;
}
