import type { RevealedCreation } from "@/lib/reveal/schema";

const numbers = new Intl.NumberFormat("en");
const kilobytes = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** "24,310 triangles · 98 kB · 214 lines · Blender 5.0.1 · 2 attempts" */
export function factsText(creation: RevealedCreation): string {
  const { triangles, sizeBytes, lines, blenderVersion, attempts } = creation;
  return [
    sizeText({ triangles, sizeBytes }),
    count(lines, "line"),
    blenderVersion && `Blender ${blenderVersion}`,
    count(attempts.length, "attempt"),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** "24,310 triangles · 98 kB" */
export function sizeText({ triangles, sizeBytes }: { triangles: number; sizeBytes: number }) {
  return `${count(triangles, "triangle")} · ${kilobytes.format(Math.ceil(sizeBytes / 1000))} kB`;
}

function count(number: number, thing: string): string {
  return `${numbers.format(number)} ${thing}${number === 1 ? "" : "s"}`;
}
