import "server-only";
import { BATTLE_LIFETIME_MS } from "@/lib/battle/mutations";
import { EXCLUSION_REASONS } from "@/lib/exclusion/reasons";
import { KEPT_HOURLY_DAYS, KEPT_WHOLE_HOURS } from "@/lib/leaderboard/retention";
import { LIMITS } from "@/lib/vote/allowance";

/** What /methodology quotes from modules that only the server may load. */
export type ServerFacts = {
  /** Minutes that a battle may stay unanswered. */
  battleMinutes: number;
  voteLimits: readonly { windowSeconds: number; votes: number }[];
  exclusionReasons: readonly string[];
  keptWholeHours: number;
  keptHourlyDays: number;
};

/** The very constants that the server works with. */
export const SERVER_FACTS: ServerFacts = {
  battleMinutes: BATTLE_LIFETIME_MS / 60_000,
  voteLimits: LIMITS,
  exclusionReasons: EXCLUSION_REASONS,
  keptWholeHours: KEPT_WHOLE_HOURS,
  keptHourlyDays: KEPT_HOURLY_DAYS,
};
