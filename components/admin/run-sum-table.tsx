import { roughText, usdText } from "@/components/ui/measure-text";
import { countText, percentText } from "@/components/ui/number-text";
import type { RunSum } from "@/lib/admin/creation-schema";
import { ScrollBox } from "./scroll-box";

/** What creations took together, by day or by entrant. */
export function RunSumTable({ sums, of }: { sums: readonly RunSum[]; of: string }) {
  return (
    <ScrollBox label={`Table of sums by ${of}`}>
      <table className="w-full whitespace-nowrap text-right text-sm tabular-nums">
        <thead className="text-ink-2">
          <tr className="border-line border-b *:px-4 *:py-3 *:font-medium">
            <th scope="col" className="text-left">
              {of}
            </th>
            <th scope="col">Creations</th>
            <th scope="col">Worked</th>
            <th scope="col">Attempts</th>
            <th scope="col">Model, min</th>
            <th scope="col">Bake, min</th>
            <th scope="col">Tokens in</th>
            <th scope="col">Tokens out</th>
            <th scope="col">Cost</th>
          </tr>
        </thead>
        <tbody>
          {sums.map((sum) => (
            <tr key={sum.key} className="border-line border-b *:px-4 *:py-2.5 last:border-b-0">
              <th scope="row" className="text-left font-medium">
                {sum.name}
              </th>
              <td>{countText(sum.creations)}</td>
              <td>{percentText(sum.ok / sum.creations)}</td>
              <td>{countText(sum.attempts)}</td>
              <td>{roughText(sum.modelSeconds / 60)}</td>
              <td>{roughText(sum.seconds / 60)}</td>
              <td>{countText(sum.inputTokens)}</td>
              <td>{countText(sum.outputTokens)}</td>
              <td>{usdText(sum.costUsd)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
