import "server-only";
import { parseBattleId } from "@/lib/battle/address";
import { AppError } from "@/lib/errors";
import { getBattleRecord } from "@/lib/reveal/data";
import type { BattleRecord } from "@/lib/reveal/schema";

export type FoundBattle =
  | { state: "shown"; record: BattleRecord }
  | { state: "undecided" }
  | { state: "withheld" }
  | { state: "unknown" };

/** A battle by the id in its address, for a page: what may be shown to this voter, and if nothing, why. */
export async function findBattleRecord(
  address: string,
  voterId: string | null,
): Promise<FoundBattle> {
  try {
    const battleId = parseBattleId(address);
    return { state: "shown", record: await getBattleRecord({ battleId, voterId }) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "battle_open") return { state: "undecided" };
    if (error.code === "forbidden") return { state: "withheld" };
    return { state: "unknown" };
  }
}
