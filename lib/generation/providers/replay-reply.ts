import { type ModelReply, UNKNOWN_USAGE } from "@/lib/generation/providers/model-call";
import { ProviderError } from "@/lib/generation/providers/provider-error";

/** A stored script as a reply. */
export function toReplay(text: string, known: Partial<ModelReply> = {}): ModelReply {
  return {
    text,
    ...{ finishReason: "replay", usage: UNKNOWN_USAGE, costUsd: null, seconds: 0, retries: 0 },
    ...{ responseModel: null, warnings: [], isScript: true },
    ...known,
  };
}

/** There is nothing to replay for a prompt. */
export function noScript(message: string): ProviderError {
  return new ProviderError("no_script", message);
}
