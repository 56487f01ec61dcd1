import { timeText } from "@/components/ui/number-text";

export type Change = {
  name: string;
  before: string | null;
  after: string | null;
  /** Long lists, which stand folded. */
  list: string[] | null;
};

/** What an entry says was before and after, name by name. What both sides say alike is said once. */
export function listChanges(before: unknown, after: unknown): Change[] {
  const then = toRecord(before);
  const now = toRecord(after);
  const names = new Set([...Object.keys(then), ...Object.keys(now)]);
  return [...names].map((name) => {
    const list = [now[name], then[name]].find(Array.isArray);
    const [was, is] = [toText(then[name]), toText(now[name])];
    return {
      name: toWords(name),
      before: was === is ? null : was,
      after: is,
      list: list ? list.map(String) : null,
    };
  });
}

function toRecord(value: unknown): Record<string, unknown> {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  return isRecord ? { ...value } : {};
}

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

function toText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string" && ISO_TIME.test(value)) return timeText(value);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** "voteIds" → "vote ids". */
function toWords(name: string): string {
  return name.replaceAll(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}
