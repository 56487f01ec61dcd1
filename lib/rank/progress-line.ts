const BAR = 30;

/** How far reading is, as one line: a bar where the size is known, and how much was read in megabytes. */
export function progressLine(read: number, size: number | null): string {
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
  if (size === null) return `${megabytes(read)} MB`;
  const share = size > 0 ? Math.min(1, read / size) : 1;
  const full = Math.round(BAR * share);
  const bar = "█".repeat(full) + "░".repeat(BAR - full);
  return `${bar} ${Math.floor(100 * share)} %  ${megabytes(read)} of ${megabytes(size)} MB`;
}
