import { roughText, secondsText, usdText } from "@/components/ui/measure-text";
import { countText } from "@/components/ui/number-text";
import type { EntrantEffort } from "@/lib/entrant/schema";
import { ProfileSection } from "./profile-section";
import { ScrollTable } from "./scroll-table";

const COLUMNS = ["Measure", "Median", "Mean", "Creations"];

const MEASURES: { key: keyof EntrantEffort; name: string; toText: (value: number) => string }[] = [
  { key: "cost", name: "Cost", toText: usdText },
  { key: "modelSeconds", name: "Waiting for the model", toText: secondsText },
  { key: "bakeSeconds", name: "In Blender", toText: secondsText },
  { key: "inputTokens", name: "Tokens in", toText: wholeText },
  { key: "outputTokens", name: "Tokens out", toText: wholeText },
  { key: "attempts", name: "Attempts", toText: roughText },
];

function wholeText(value: number): string {
  return countText(Math.round(value));
}

/** What one creation takes, in money, time and tokens. */
export function EffortSection({ effort }: { effort: EntrantEffort }) {
  const known = MEASURES.flatMap(({ key, ...measure }) => {
    const spread = effort[key];
    return spread ? [{ ...measure, spread }] : [];
  });
  return (
    <ProfileSection
      id="cost"
      title="Cost and time"
      lead={
        known.length > 0 &&
        "Of one creation, all its attempts together. What was not recorded is not guessed."
      }
    >
      {known.length === 0 ? (
        <p className="text-ink-2 text-sm">Nothing was recorded.</p>
      ) : (
        <ScrollTable label="Cost and time of a creation" columns={COLUMNS}>
          {known.map(({ name, toText, spread }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{toText(spread.median)}</td>
              <td>{toText(spread.mean)}</td>
              <td className="text-ink-2">n = {countText(spread.n)}</td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </ProfileSection>
  );
}
