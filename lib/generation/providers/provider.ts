import { setTimeout as sleep } from "node:timers/promises";
import type { EntrantSpec } from "@/lib/generation/entrant-file";
import {
  baseUrlOf,
  type HostedModel,
  keyVariableOf,
} from "@/lib/generation/providers/language-model";
import type { Ask } from "@/lib/generation/providers/model-call";
import { type Clock, PATIENCE, type Patience } from "@/lib/generation/providers/persistence";
import { ProviderError } from "@/lib/generation/providers/provider-error";
import { createReplay } from "@/lib/generation/providers/replay";
import { createSdkAsk } from "@/lib/generation/providers/sdk-ask";

/** Something that answers requests for scripts: a language model behind HTTP, or scripts on disk. */
export type Provider = { ask: Ask };

export type ProviderDeps = {
  /** A key by its variable's name, as `readApiKey` of lib/env. */
  readApiKey: (name: string) => string | null;
  /** Instead of where the provider really is. */
  baseUrl?: string;
  clock?: Clock;
  patience?: Partial<Patience>;
};

const systemClock: Clock = {
  now: Date.now,
  sleep: (ms, signal) =>
    sleep(ms, undefined, { signal }).catch((error) => {
      signal?.throwIfAborted();
      throw error;
    }),
  random: Math.random,
};

/**
 * The provider of an entrant's model. Throws a `ProviderError` (`no_key`) when its key's variable is not set; it
 * says which.
 */
export function createProvider(spec: EntrantSpec, deps: ProviderDeps): Provider {
  const { model } = spec;
  if (model.provider === "replay") return { ask: createReplay(model) };
  const ask = createSdkAsk(
    { ...spec, model },
    {
      baseURL: deps.baseUrl ?? baseUrlOf(model),
      key: readKey(model, deps.readApiKey),
      clock: deps.clock ?? systemClock,
      patience: { ...PATIENCE, ...deps.patience },
    },
  );
  return { ask };
}

function readKey(model: HostedModel, readApiKey: ProviderDeps["readApiKey"]): string | null {
  const variable = keyVariableOf(model);
  if (variable === null) return null;
  const key = readApiKey(variable);
  if (!key) throw new ProviderError("no_key", `${variable} is not set: ${model.provider} needs it`);
  return key;
}
