import { Button } from "@/components/ui/button";
import type { PromptChoices, PromptListQuery } from "@/lib/prompt/schema";

type PromptSearchProps = { query: PromptListQuery; choices: PromptChoices };

const FIELD =
  "h-11 w-full min-w-0 rounded-control border border-line-strong bg-surface px-3 text-[15px] text-ink";

/** A plain form: it works without JavaScript, and its state is the address. */
export function PromptSearch({ query, choices }: PromptSearchProps) {
  const { words, track, category, sort } = query;
  const hasBoth = choices.tracks.length > 1 && choices.categories.length > 1;
  return (
    <search>
      <form
        // What was typed is forgotten when the address changes by a link.
        key={JSON.stringify(query)}
        action="/prompts"
        className="grid grid-cols-2 gap-3 sm:flex sm:flex-wrap sm:items-end"
      >
        <label className="col-span-2 flex min-w-0 flex-col gap-1.5 text-ink-2 text-sm sm:w-72">
          Words
          <input
            type="search"
            name="q"
            maxLength={200}
            defaultValue={words ?? ""}
            placeholder="chair, leather seat, …"
            className={`${FIELD} placeholder:text-ink-3`}
          />
        </label>
        {choices.tracks.length > 1 && (
          <Select label="Track" name="track" chosen={track} all="Any track" isAlone={!hasBoth}>
            {choices.tracks.map(({ slug, name }) => ({ value: slug, text: name }))}
          </Select>
        )}
        {choices.categories.length > 1 && (
          <Select
            label="Category"
            name="category"
            chosen={category}
            all="Any category"
            isAlone={!hasBoth}
          >
            {choices.categories.map((value) => ({ value, text: value.replaceAll("-", " ") }))}
          </Select>
        )}
        {sort !== "title" && <input type="hidden" name="sort" value={sort} />}
        <Button type="submit" look="primary" className="max-sm:col-span-2">
          Search
        </Button>
      </form>
    </search>
  );
}

type SelectProps = {
  label: string;
  name: string;
  chosen: string | null;
  /** What stands for no choice. */
  all: string;
  /** Without another choice beside it, it takes the line of a phone. */
  isAlone: boolean;
  children: { value: string; text: string }[];
};

function Select({ label, name, chosen, all, isAlone, children }: SelectProps) {
  return (
    <label
      className={`flex min-w-0 flex-col gap-1.5 text-ink-2 text-sm${isAlone ? " col-span-2" : ""} sm:w-44`}
    >
      {label}
      <select name={name} defaultValue={chosen ?? ""} className={FIELD}>
        <option value="">{all}</option>
        {children.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
