/** Statuses of entrants as they are told, and their colours. */
export const ENTRANT_WORDS = { active: "Active", paused: "Paused", retired: "Retired" } as const;
export const ENTRANT_LOOKS = {
  active: "text-good",
  paused: "text-warn",
  retired: "text-ink-3",
} as const;
