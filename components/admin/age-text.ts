import { NOTHING } from "@/components/ui/number-text";

const UNITS = [
  { seconds: 86_400, unit: "d" },
  { seconds: 3_600, unit: "h" },
  { seconds: 60, unit: "min" },
] as const;

/** A span of time in its largest whole unit: "3 s", "12 min", "5 h", "2 d". */
export function spanText(seconds: number | null): string {
  if (seconds === null) return NOTHING;
  const fitting = UNITS.find((unit) => seconds >= unit.seconds);
  if (!fitting) return `${Math.max(0, Math.floor(seconds))}\u00a0s`;
  return `${Math.floor(seconds / fitting.seconds)}\u00a0${fitting.unit}`;
}

/** "3 s ago"; for what never was, the sign for nothing. */
export function agoText(seconds: number | null): string {
  return seconds === null ? NOTHING : `${spanText(seconds)} ago`;
}
