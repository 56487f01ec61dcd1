const NAMES: Record<string, string> = {
  provider: "Provider",
  model: "Model",
  strategy: "Strategy",
  attempts: "Attempts allowed",
  critiqueRounds: "Critique rounds",
  thinking: "Thinking",
  promptStyle: "Prompt style",
  views: "Reference views",
  temperature: "Temperature",
  maxOutputTokens: "Most output tokens",
  blender: "Blender",
  scripts: "Scripts from",
  filter: "Filter",
  technique: "Technique",
  license: "Licence",
};

/** What an unset setting means. */
const UNSET: Record<string, string> = {
  thinking: "left to the provider",
  temperature: "none sent",
  blender: "any version",
};

const numbers = new Intl.NumberFormat("en");

/** An entrant's settings as names and values for people; one that has no name here shows its own. */
export function settingFacts(settings: Record<string, unknown>): { name: string; value: string }[] {
  // The database keeps its own order of keys; those named here come in theirs.
  const order = Object.keys(NAMES);
  const placeOf = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.entries(settings)
    .sort(([a], [b]) => placeOf(a) - placeOf(b))
    .map(([key, value]) => ({ name: NAMES[key] ?? wordsOf(key), value: valueText(key, value) }));
}

function valueText(key: string, value: unknown): string {
  if (value === null || value === undefined) return UNSET[key] ?? "not set";
  if (key === "views" && Array.isArray(value)) return value.map((one) => `${one}°`).join(", ");
  if (Array.isArray(value)) return value.map(String).join(", ");
  if (typeof value === "number") return numbers.format(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** `maxRetries` gives "Max retries". */
function wordsOf(key: string): string {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll(/[-_]/g, " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
