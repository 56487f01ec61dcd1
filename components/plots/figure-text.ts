import { countText, NOTHING, percentText, timeText } from "@/components/ui/number-text";
import type { NumberKind } from "@/lib/plots/metric";
import type { Cell, ColumnKind } from "@/lib/plots/plot-table";
import type { Correlation } from "@/lib/rating/correlation";

const shares = new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const scores = new Intl.NumberFormat("en", { maximumFractionDigits: 3 });
const tenths = new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const dollars = new Intl.NumberFormat("en", {
  ...{ style: "currency", currency: "USD" },
  ...{ minimumFractionDigits: 2, maximumFractionDigits: 4 },
});
const tickDollars = new Intl.NumberFormat("en", {
  ...{ style: "currency", currency: "USD" },
  ...{ minimumFractionDigits: 0, maximumSignificantDigits: 2 },
});
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 });

/** A figure of a table, rounded as people read it; the download has every digit. */
export function cellText(cell: Cell, kind: ColumnKind): string {
  if (cell === null) return NOTHING;
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  if (typeof cell === "string") return kind === "time" ? timeText(cell) : cell;
  switch (kind) {
    case "rating":
      // No grouping: a rating is read as one word.
      return cell.toFixed(1);
    case "share":
      return `${shares.format(cell * 100)}\u00a0%`;
    case "usd":
      return dollars.format(cell);
    case "seconds":
      return tenths.format(cell);
    case "score":
      return scores.format(cell);
    case "bytes":
      return `${tenths.format(cell / 1000)}\u00a0kB`;
    default:
      return countText(Math.round(cell));
  }
}

/** A tick of an axis, as short as it can be. */
export function tickText(value: number, kind: NumberKind | "rating"): string {
  switch (kind) {
    case "rating":
      return String(value);
    case "share":
      return percentText(value);
    case "usd":
      return tickDollars.format(value);
    case "bytes":
      return `${compact.format(value / 1000)}\u00a0kB`;
    case "count":
      return compact.format(value).replace("K", "k");
    default:
      return scores.format(value);
  }
}

/** Three digits, and a minus that is one. */
export function correlationText(value: number, digits = 3): string {
  return value.toFixed(digits).replace("-", "−");
}

/** "0.964 (95 % 0.87 to 0.99)", without the brackets where there is no interval. */
export function intervalText({ estimate, lower, upper }: Correlation): string {
  const text = correlationText(estimate);
  if (lower === null || upper === null) return text;
  return `${text} (${correlationText(lower, 2)} to ${correlationText(upper, 2)})`;
}

const MONTHS = { month: "short", timeZone: "UTC" } as const;
const timeFormats = {
  second: new Intl.DateTimeFormat("en-GB", { timeStyle: "medium", timeZone: "UTC" }),
  minute: new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: "UTC" }),
  day: new Intl.DateTimeFormat("en-GB", { day: "numeric", ...MONTHS }),
  month: new Intl.DateTimeFormat("en-GB", { year: "numeric", ...MONTHS }),
  year: new Intl.DateTimeFormat("en-GB", { year: "numeric", timeZone: "UTC" }),
};

/** A tick of a time axis (milliseconds since 1970, UTC), with a day's name where a day begins among hours. */
export function timeTickText(at: number, prints: keyof typeof timeFormats): string {
  const isMidnight = at % (24 * 3_600_000) === 0;
  return timeFormats[prints === "minute" && isMidnight ? "day" : prints].format(at);
}
