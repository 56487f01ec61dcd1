import type { EntrantProfile } from "@/lib/entrant/schema";
import { TextLink } from "./text-link";

const KINDS = {
  model: "A model under fixed settings",
  human: "A human baseline",
  neural: "A neural baseline",
  sample: "A sample of this arena",
} as const;

const STATUSES = {
  active: "Active: it meets others in battles.",
  paused: "Paused: it meets nobody for now.",
  retired: "Retired: it meets nobody any more, and its votes still count.",
} as const;

const PARTS = [
  { id: "ratings", title: "Ratings" },
  { id: "settings", title: "Settings" },
  { id: "battles", title: "Record" },
  { id: "gallery", title: "Creations" },
  { id: "prompts", title: "Prompts" },
  { id: "head-to-head", title: "Head to head" },
  { id: "failures", title: "Failures" },
  { id: "cost", title: "Cost and time" },
];

/** Who an entrant is: its kind and its model, and what this page holds. */
export function EntrantHeader({ entrant }: { entrant: EntrantProfile }) {
  const { name, kind, status, model } = entrant;
  return (
    <header className="flex min-w-0 flex-col gap-2">
      <p className="text-ink-2 text-sm">
        {KINDS[kind]}
        {model && `: ${model.name}, ${model.provider}`}
      </p>
      <h1 className="text-balance break-words font-semibold text-2xl tracking-[-0.02em]">{name}</h1>
      <p className="text-[15px] text-ink-2">{STATUSES[status]}</p>
      <nav aria-label="On this page" className="flex flex-wrap gap-x-4 pt-2 text-sm">
        {PARTS.map(({ id, title }) => (
          <TextLink key={id} href={`#${id}`} className="py-1 text-ink-2">
            {title}
          </TextLink>
        ))}
      </nav>
    </header>
  );
}
