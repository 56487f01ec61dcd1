/** Shorter ones are placeholders such as "ollama": blanking them would only mangle text. */
const SHORTEST_SECRET = 8;
const BEARER = /\b(Bearer\s+)[\w.~+/=-]{8,}/gi;
/** The usual shapes of keys, also where a provider blanked their middle. */
const KEY_SHAPES = /\b(?:sk|rk|gsk|xai|hf|nvapi)[-_][\w*.-]{8,}|\bAIza[\w*-]{8,}/g;

/** A reply without the key, should a server send it back. */
export function withoutKey(text: string, key: string | null): string {
  if (!key || key.length < SHORTEST_SECRET) return text;
  return [key, encodeURIComponent(key), Buffer.from(key).toString("base64")].reduce(
    (cleaned, form) => cleaned.replaceAll(form, "[key]"),
    text,
  );
}

/** A message of an error or warning without the key, or anything else that looks like one. */
export function redact(text: string, key: string | null): string {
  return withoutKey(text, key).replace(BEARER, "$1[key]").replace(KEY_SHAPES, "[key]");
}
