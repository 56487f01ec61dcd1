import { buttonClass } from "@/components/ui/button";

type EntrantChoiceProps = {
  board: string;
  /** Who can be drawn, in the board's order. */
  entrants: readonly { slug: string; name: string }[];
  chosen: ReadonlySet<string>;
  most: number;
};

/** Whose lines the plot over time draws: a form whose answer is an address, so that it needs no script. */
export function EntrantChoice({ board, entrants, chosen, most }: EntrantChoiceProps) {
  if (entrants.length < 3) return null;
  return (
    <details className="text-[13px] text-ink-2">
      <summary className="w-fit py-2 leading-5 underline decoration-line-strong underline-offset-4 hover:text-ink pointer-coarse:py-3">
        Choose entrants
      </summary>
      <form
        action="/leaderboard/plots#plot-history"
        className="flex flex-col items-start gap-3 pt-1 pb-3"
      >
        {board !== "all" && <input type="hidden" name="board" value={board} />}
        <fieldset className="w-full">
          <legend className="pb-2 text-ink-3">Up to {most} lines can be told apart.</legend>
          <ul className="grid max-h-72 grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-4 overflow-y-auto [&_input]:mr-2 [&_input]:size-4 [&_input]:accent-accent [&_label]:flex [&_label]:min-h-8 [&_label]:items-center [&_label]:pointer-coarse:min-h-11">
            {entrants.map(({ slug, name }) => (
              <li key={slug}>
                <label>
                  <input
                    type="checkbox"
                    name="entrants"
                    value={slug}
                    defaultChecked={chosen.has(slug)}
                  />
                  {name}
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        <button type="submit" className={buttonClass("secondary")}>
          Draw these
        </button>
      </form>
    </details>
  );
}
