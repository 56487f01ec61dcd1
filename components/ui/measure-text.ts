import { NOTHING } from "./number-text";

const wholes = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const threeDigits = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });
const dollars = new Intl.NumberFormat("en", {
  style: "currency",
  currency: "USD",
  minimumFractionDigits: 2,
  maximumFractionDigits: 4,
});

/** Bytes in whole kB, never rounded down to none. */
export function kilobytesText(bytes: number | null): string {
  return bytes === null ? NOTHING : `${wholes.format(Math.ceil(bytes / 1000))}\u00a0kB`;
}

/** To three digits: "0.84 s", "12.3 s", "431 s". */
export function secondsText(seconds: number | null): string {
  return seconds === null ? NOTHING : `${threeDigits.format(seconds)}\u00a0s`;
}

/** US dollars, to the hundredth of a cent. */
export function usdText(usd: number | null): string {
  return usd === null ? NOTHING : dollars.format(usd);
}

/** A number to three digits. */
export function roughText(value: number | null): string {
  return value === null ? NOTHING : threeDigits.format(value);
}
