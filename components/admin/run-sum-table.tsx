import { roughText, usdText } from "@/components/ui/measure-text";
import { countText, percentText } from "@/components/ui/number-text";
import type { RunSum } from "@/lib/admin/creation-schema";
import { AdminTable } from "./admin-table";

const FIGURES = [
  ...["Creations", "Worked", "Attempts", "Model, min", "Bake, min"],
  ...["Tokens in", "Tokens out", "Cost"],
];

/** What creations took together, by day or by entrant. */
export function RunSumTable({ sums, of }: { sums: readonly RunSum[]; of: string }) {
  return (
    <AdminTable label={`Table of sums by ${of}`} columns={[of]} figures={FIGURES}>
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
    </AdminTable>
  );
}
