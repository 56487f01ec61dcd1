import { noScript } from "@/lib/generation/providers/replay-reply";
import type { BakeOutcome, Try } from "@/lib/generation/strategies/attempt";
import type { Workbench } from "@/lib/generation/strategies/workbench";

/** Asks once and takes what comes. Throws a `ProviderError` when a replay has nothing at all. */
export async function single<C extends BakeOutcome>(bench: Workbench<C>): Promise<Try<C>> {
  const reply = await bench.ask("first", bench.questions.first());
  if (!reply) throw noScript("There is nothing to replay");
  return bench.bake("first", reply);
}
