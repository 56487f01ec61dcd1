type Sent = { ok: true; body: unknown } | { ok: false; problem: string };

/** Sends an action of /admin as JSON. What went wrong comes back in words for whoever asked. */
export async function sendAction(
  url: string,
  body: unknown,
  method: "POST" | "DELETE" = "POST",
): Promise<Sent> {
  const request = { method, headers: { "content-type": "application/json" } };
  const response = await fetch(url, {
    ...request,
    ...(method === "POST" && { body: JSON.stringify(body) }),
  }).catch(() => null);
  if (!response) return { ok: false, problem: "The arena does not answer. Try again in a moment." };
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return { ok: true, body: answer };
  return { ok: false, problem: titleOf(answer) ?? `The arena said no (${response.status}).` };
}

/** The title of a problem document (RFC 9457), which our server writes for people. */
function titleOf(answer: unknown): string | null {
  if (typeof answer !== "object" || answer === null || !("title" in answer)) return null;
  return typeof answer.title === "string" ? answer.title : null;
}
