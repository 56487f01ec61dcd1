import { EXCLUSION_REASONS } from "@/lib/exclusion/reasons";
import { REASON_WORDS } from "./reason-words";
import { SelectField } from "./select-field";

/** Why votes are excluded: nothing is chosen ahead, so that nobody excludes for the wrong reason by haste. */
export function ReasonSelect({ className }: { className?: string }) {
  return (
    <SelectField label="Reason" name="reason" required defaultValue="" className={className}>
      <option value="" disabled>
        Choose a reason
      </option>
      {EXCLUSION_REASONS.map((reason) => (
        <option key={reason} value={reason}>
          {REASON_WORDS[reason]}
        </option>
      ))}
    </SelectField>
  );
}
