/** How a creation or an attempt ended, in words that stand alone. */
const STATUS_WORDS: Record<string, string> = {
  ok: "Worked",
  exec_error: "The script raised an error",
  no_mesh: "The script made no mesh",
  timeout: "The script ran out of time",
  export_error: "The object could not be exported",
  parse_error: "The reply held no script",
  crashed: "Blender crashed",
  rejected: "The object was refused by the checks",
};

/** The families of errors that scripts raise (lib/generation/failure-family.ts). */
const FAMILY_WORDS: Record<string, string> = {
  api: "a name, argument or value that this Blender does not have",
  bmesh: "dead or unindexed BMesh elements",
  context: "an operator called in the wrong context",
  other: "any other error",
};

export function statusWords(status: string): string {
  return STATUS_WORDS[status] ?? status.replaceAll("_", " ");
}

/** Null for endings that have no family. */
export function familyWords(family: string | null): string | null {
  return family === null ? null : (FAMILY_WORDS[family] ?? family);
}
