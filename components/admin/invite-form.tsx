"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { ROLE_WORDS } from "@/components/account/role-words";
import { Button } from "@/components/ui/button";
import { SelectField } from "./select-field";
import { sendAction } from "./send-action";
import { FIELD_CLASS, TextField } from "./text-field";

type State =
  | { phase: "idle" | "busy" }
  | { phase: "failed"; problem: string }
  | { phase: "invited"; email: string; url: string };

/** Invites somebody and shows the link, which nobody can show again. */
export function InviteForm() {
  const [state, setState] = useState<State>({ phase: "idle" });
  const router = useRouter();

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (state.phase === "busy") return;
    const form = event.currentTarget;
    const fields = Object.fromEntries(new FormData(form));
    setState({ phase: "busy" });
    const sent = await sendAction("/api/admin/people/invitations", fields);
    if (!sent.ok) return setState({ phase: "failed", problem: sent.problem });
    setState({ phase: "invited", email: String(fields.email), url: urlOf(sent.body) });
    form.reset();
    router.refresh();
  }

  return (
    <>
      <form onSubmit={send} className="grid grid-cols-1 items-end gap-2 sm:flex sm:flex-wrap">
        <TextField
          label="E-mail address"
          name="email"
          type="email"
          required
          maxLength={254}
          className="sm:w-72"
        />
        <SelectField label="Role" name="role" defaultValue="maintainer" className="sm:w-44">
          {(["maintainer", "owner"] as const).map((role) => (
            <option key={role} value={role}>
              {ROLE_WORDS[role].name}
            </option>
          ))}
        </SelectField>
        <div>
          <Button type="submit" look="primary" aria-disabled={state.phase === "busy"}>
            Invite
          </Button>
        </div>
      </form>
      <p role="alert" className="text-bad text-sm empty:hidden">
        {state.phase === "failed" && state.problem}
      </p>
      {state.phase === "invited" && <Link key={state.url} email={state.email} url={state.url} />}
    </>
  );
}

function urlOf(body: unknown): string {
  return typeof body === "object" && body !== null && "url" in body ? String(body.url) : "";
}

function Link({ email, url }: { email: string; url: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  async function copy() {
    field.current?.select();
    await navigator.clipboard.writeText(url).then(
      () => setCopied(true),
      // Over plain http a browser may not let us; what is selected can be copied by hand.
      () => setCopied(false),
    );
  }

  return (
    <div className="flex flex-col gap-2 rounded-card border border-good bg-surface p-4">
      <label className="flex flex-col gap-1 text-sm">
        Send this link to {email}. It is good once, for 48 hours, and is shown only now.
        <input ref={field} readOnly value={url} className={`${FIELD_CLASS} font-mono`} />
      </label>
      <div>
        <Button onClick={copy}>{isCopied ? "Copied" : "Copy"}</Button>
      </div>
    </div>
  );
}
