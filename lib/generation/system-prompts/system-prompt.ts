import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** The prompts in use and their versions. Old files stay: creations name them in their provenance. */
const VERSIONS = {
  contract: 1,
  "text-to-3d": 1,
  "image-to-3d": 1,
  "image-task": 1,
  repair: 1,
  critique: 1,
} as const;

export type SystemPromptName = keyof typeof VERSIONS;

/** Which words a model was given: the file, and the digest of what came of it. */
export type SystemPromptId = { name: SystemPromptName; version: number; sha256: string };
export type SystemPrompt = SystemPromptId & { text: string };

const texts = new Map<string, string>();

/**
 * A prompt with its {{placeholders}} filled in. What is filled in is taken as it is, braces and all.
 * Throws when a placeholder has no value, or a value no placeholder.
 */
export function systemPrompt(
  name: SystemPromptName,
  values: Readonly<Record<string, string>>,
): SystemPrompt {
  const version = VERSIONS[name];
  const file = `${name}.v${version}.md`;
  const unused = new Set(Object.keys(values));
  const text = readPrompt(file).replace(/\{\{(\w+)\}\}/g, (_, key: string) => {
    const value = values[key];
    if (value === undefined) throw new Error(`${file} needs a value for {{${key}}}`);
    unused.delete(key);
    return value;
  });
  if (unused.size > 0) throw new Error(`${file} has no place for ${[...unused].join(", ")}`);
  return { name, version, text, sha256: createHash("sha256").update(text).digest("hex") };
}

function readPrompt(file: string): string {
  const known = texts.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(new URL(file, import.meta.url), "utf8").trim();
  texts.set(file, text);
  return text;
}
