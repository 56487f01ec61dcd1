import type { Outcome } from "@/lib/rating/outcome";
import { byteTableOf } from "./byte-table";

/** Outcomes by number. */
export const OUTCOMES: readonly Outcome[] = ["left", "right", "tie", "both_bad"];

/** The words of every format. FastChat and arena-rank show model_a first; they differ in both-bad. */
const WORDS: readonly (readonly [string, Outcome])[] = [
  ["left", "left"],
  ["right", "right"],
  ["tie", "tie"],
  ["both_bad", "both_bad"],
  ["model_a", "left"],
  ["model_b", "right"],
  ["tie (bothbad)", "both_bad"],
];

const table = byteTableOf(WORDS.map(([word]) => word));
const numbers = WORDS.map(([, outcome]) => OUTCOMES.indexOf(outcome));

/** The place in OUTCOMES of what bytes[start .. end) say, −1 when that is no outcome. */
export function outcomeNumber(bytes: Uint8Array, start: number, end: number): number {
  return numbers[table.find(bytes, start, end)] ?? -1;
}
