import { SelectField } from "./select-field";

type EntrantSelectProps = {
  entrants: readonly { slug: string; name: string }[];
  chosen: string | undefined;
};

/** One entrant, or all. */
export function EntrantSelect({ entrants, chosen }: EntrantSelectProps) {
  return (
    <SelectField label="Entrant" name="entrant" defaultValue={chosen ?? ""}>
      <option value="">All entrants</option>
      {entrants.map(({ slug, name }) => (
        <option key={slug} value={slug}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
