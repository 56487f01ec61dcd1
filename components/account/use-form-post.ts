"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { type Problem, readProblem } from "@/lib/account/problems";
import { PROBLEM_WORDS } from "./problem-words";

/**
 * Sends a form that works without JavaScript by JavaScript: what was typed stays, and the problem gets the focus. Goes
 * to the next page when there is no problem.
 */
export function useFormPost({ initial, alertId }: { initial: Problem | null; alertId: string }) {
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState(initial);
  const [isSending, setIsSending] = useState(false);

  useEffect(() => {
    if (!problem) return;
    const { field } = PROBLEM_WORDS[problem.code];
    const input = field && form.current?.elements.namedItem(field);
    const target = input instanceof HTMLInputElement ? input : document.getElementById(alertId);
    target?.focus();
    if (input instanceof HTMLInputElement) input.select();
  }, [problem, alertId]);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending) return;
    setIsSending(true);
    setProblem(await post(event.currentTarget));
    setIsSending(false);
  }

  /** For a field: the alert's id when it is the one to change. */
  function problemIdOf(name: string): string | undefined {
    return problem && PROBLEM_WORDS[problem.code].field === name ? alertId : undefined;
  }

  return { form, problem, isSending, onSubmit, problemIdOf };
}

/** Null when the browser is on its way to the next page. */
async function post(form: HTMLFormElement): Promise<Problem | null> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) body.append(name, String(value));
  // next-auth's word for "do not redirect".
  body.append("json", "true");
  try {
    const headers = { accept: "application/json" };
    const response = await fetch(form.action, { method: "POST", body, headers });
    const answer: unknown = await response.json();
    const url = textOf(answer, "url");
    if (response.ok && url) {
      window.location.assign(url);
      return null;
    }
    const error = textOf(answer, "problem") ?? errorIn(url);
    // Nobody is signed in any more: the page says so and knows where that is done.
    if (response.status === 401 && !error) window.location.reload();
    // By the server's clock, which said until when.
    return readProblem(
      error ?? "failed",
      Date.parse(response.headers.get("date") ?? "") || Date.now(),
    );
  } catch {
    return { code: "failed", waitSeconds: 0 };
  }
}

function textOf(answer: unknown, key: "url" | "problem"): string | null {
  const value: unknown = answer instanceof Object ? Reflect.get(answer, key) : null;
  return typeof value === "string" ? value : null;
}

function errorIn(url: string | null): string | null {
  return url === null ? null : new URL(url, window.location.href).searchParams.get("error");
}
