/** Seed 0 is the rule in 3DCodeBench and says nothing; any other is part of the name. */
const FIRST_SEED = /_seed0$/;

/** The words of a name in CamelCase, snake_case or plain text: `TVStand_seed3` gives tv, stand, seed3. */
function wordsOf(name: string): string[] {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(FIRST_SEED, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

/** A name as part of an address: `AgaveMonocot_seed0` gives `agave-monocot`. Empty when nothing is left. */
export function toSlug(name: string): string {
  return wordsOf(name).join("-");
}

/** A name as a heading in sentence case: `AgaveMonocot_seed0` gives `Agave monocot`. */
export function toTitle(name: string): string {
  const text = wordsOf(name).join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
