import { secondsText, usdText } from "@/components/ui/measure-text";
import { countText, timeText } from "@/components/ui/number-text";
import type { CreationDetail } from "@/lib/creation/schema";
import { told } from "./fact-list";
import { FactSection } from "./fact-section";

/** With what and how a creation was made. */
export function CreationProvenance({ creation }: { creation: CreationDetail }) {
  const { provenance, attempts, costUsd, replicate } = creation;
  const stored = creation.createdAt.toISOString();
  const answered = new Set(attempts.flatMap(({ answer }) => answer.responseModel ?? []));
  return (
    <FactSection
      id="provenance"
      title="Provenance"
      facts={[
        { name: "Stored", value: <time dateTime={stored}>{timeText(stored)}</time> },
        { name: "Replicate", value: countText(replicate) },
        { name: "Strategy", value: told(provenance.strategy, wordsOf) },
        { name: "Attempts allowed", value: told(provenance.maxAttempts, countText) },
        { name: "Critiques", value: told(provenance.critiques?.length || null, countText) },
        { name: "Answered by", value: listText([...answered]) },
        { name: "Prompt style", value: provenance.promptStyle },
        { name: "Views sent", value: listText((provenance.views ?? []).map((one) => `${one}°`)) },
        { name: "System prompt", value: told(provenance.systemPrompt, systemPromptText) },
        { name: "Cost", value: told(costUsd, usdText) },
        { name: "Blender", value: provenance.blenderVersion },
        { name: "Sandbox", value: provenance.sandbox },
        { name: "Time in Blender", value: told(provenance.seconds?.blender, secondsText) },
        { name: "Peak memory", value: told(provenance.peakMegabytes, megabytesText) },
        { name: "Gate", value: told(provenance.gate, versionText) },
        { name: "Optimiser", value: told(provenance.optimiser, versionText) },
        { name: "Validator", value: provenance.validator },
        { name: "Posters", value: told(provenance.posters, versionText) },
        { name: "Script SHA-256", value: told(provenance.scriptSha256, digestText) },
        { name: "Left out", value: provenance.renderedNote },
      ]}
    />
  );
}

type SystemPrompt = NonNullable<CreationDetail["provenance"]["systemPrompt"]>;

function systemPromptText({ name, version, sha256 }: SystemPrompt): string {
  return `${name}, version ${version}, ${digestText(sha256)}`;
}

/** Enough of a digest to tell two apart by eye. */
function digestText(sha256: string): string {
  return `${sha256.slice(0, 12)}…`;
}

function versionText(version: string): string {
  return `version ${version}`;
}

function megabytesText(megabytes: number): string {
  return `${countText(Math.round(megabytes))}\u00a0MB`;
}

function wordsOf(slug: string): string {
  return slug.replaceAll("-", " ");
}

function listText(items: readonly string[]): string | null {
  return items.length === 0 ? null : items.join(", ");
}
