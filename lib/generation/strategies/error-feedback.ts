import type { BakeOutcome, Try } from "@/lib/generation/strategies/attempt";
import { single } from "@/lib/generation/strategies/single";
import type { Workbench } from "@/lib/generation/strategies/workbench";

/**
 * Asks, and while it fails and there are attempts left shows the model its code and the error. Every turn is a
 * conversation of its own (arXiv:2606.01057, multi-turn). Returns the first object, or the last failure.
 */
export async function errorFeedback<C extends BakeOutcome>(bench: Workbench<C>): Promise<Try<C>> {
  const { attempts, questions } = bench;
  let last = await single(bench);
  for (let number = 2; number <= attempts && last.outcome.status !== "ok"; number++) {
    const question = questions.repair(last.attempt, { number, attempts });
    const reply = await bench.ask("repair", question);
    if (!reply) break;
    last = await bench.bake("repair", reply);
  }
  return last;
}
