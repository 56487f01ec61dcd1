import { Button } from "@/components/ui/button";
import type { PickedPair } from "@/lib/compare/picked-pair";

type Choice = { slug: string; name: string };

type EntrantPickerProps = {
  entrants: Choice[];
  /** What the address asks for. */
  picked: PickedPair;
};

/** Two lists and a button: a plain form, whose address leads to the comparison. */
export function EntrantPicker({ entrants, picked }: EntrantPickerProps) {
  const isSame = picked.first !== null && picked.first === picked.second;
  return (
    <>
      <h1 className="font-semibold text-2xl tracking-[-0.02em]">Compare two entrants</h1>
      <p className="max-w-[68ch] pt-1 pb-5 text-[15px] text-ink-2">
        How two entrants fared against each other in blind votes, by track and category, with every
        battle.
      </p>
      {isSame && (
        <p role="alert" className="pb-4 text-[15px] text-bad">
          Choose two different entrants.
        </p>
      )}
      <form action="/compare" className="flex flex-wrap items-end gap-3">
        <EntrantSelect
          name="first"
          label="First entrant"
          chosen={picked.first}
          entrants={entrants}
        />
        <EntrantSelect
          name="second"
          label="Second entrant"
          chosen={picked.second}
          entrants={entrants}
        />
        <Button type="submit" look="primary">
          Compare
        </Button>
      </form>
    </>
  );
}

type EntrantSelectProps = {
  name: string;
  label: string;
  chosen: string | null;
  entrants: Choice[];
};

function EntrantSelect({ name, label, chosen, entrants }: EntrantSelectProps) {
  return (
    <label className="flex min-w-0 flex-col gap-1.5 text-ink-2 text-sm max-sm:w-full">
      {label}
      <select
        name={name}
        required
        defaultValue={chosen ?? ""}
        className="h-11 min-w-0 rounded-control border border-line-strong bg-surface px-3 text-[15px] text-ink sm:w-72"
      >
        <option value="" disabled>
          Choose one
        </option>
        {entrants.map(({ slug, name: text }) => (
          <option key={slug} value={slug}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
