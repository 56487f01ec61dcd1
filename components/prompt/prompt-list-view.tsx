import { ListPager } from "@/components/battle-list/list-pager";
import { buttonClass } from "@/components/ui/button";
import { countText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { PromptChoices, PromptListQuery, PromptPage } from "@/lib/prompt/schema";
import { PromptRow } from "./prompt-row";
import { PromptSearch } from "./prompt-search";
import { promptsAddress } from "./prompts-address";

type PromptListViewProps = { query: PromptListQuery; page: PromptPage; choices: PromptChoices };

/** Every prompt, searched and narrowed; all of it stands in the address. */
export function PromptListView({ query, page, choices }: PromptListViewProps) {
  const { prompts, total, next } = page;
  return (
    <>
      <h1 className="font-semibold text-2xl tracking-[-0.02em]">Prompts</h1>
      <p className="max-w-[68ch] pt-1 pb-5 text-[15px] text-ink-2">
        What every entrant was asked to make. Each prompt shows all that became of it, side by side,
        and who was preferred.
      </p>
      <PromptSearch query={query} choices={choices} />
      {prompts.length === 0 ? (
        <NothingFound query={query} />
      ) : (
        <>
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-line-strong border-b pt-6 pb-2">
            <p className="text-ink-2 text-sm tabular-nums" role="status">
              {countText(total)} {total === 1 ? "prompt" : "prompts"}
            </p>
            <Sorting query={query} />
          </div>
          <ul className="grid gap-x-8 lg:grid-cols-2">
            {prompts.map((prompt) => (
              <PromptRow key={prompt.slug} prompt={prompt} />
            ))}
          </ul>
          <p className="max-w-[80ch] pt-4 text-[13px] text-ink-3 leading-5">
            The picture is the prompt's reference view where it has one, and else one of its
            objects, drawn by lot once for all.
          </p>
          <ListPager
            label="Pages of prompts"
            first={
              query.after
                ? { href: promptsAddress({ ...query, after: null }), text: "First page" }
                : null
            }
            next={
              next
                ? { href: promptsAddress({ ...query, after: next }), text: "More prompts" }
                : null
            }
          />
        </>
      )}
    </>
  );
}

const SORTS = [
  { sort: "title", label: "By title" },
  { sort: "votes", label: "Most votes first" },
] as const;

function Sorting({ query }: { query: PromptListQuery }) {
  return (
    <nav aria-label="Order" className="flex gap-4 text-sm">
      {SORTS.map(({ sort, label }) => (
        <QuietLink
          key={sort}
          href={promptsAddress({ ...query, sort, after: null })}
          scroll={false}
          aria-current={query.sort === sort ? "true" : undefined}
          className="flex min-h-9 items-center text-ink-2 underline decoration-line-strong underline-offset-4 hover:text-ink aria-[current]:font-medium aria-[current]:text-ink aria-[current]:no-underline pointer-coarse:min-h-11"
        >
          {label}
        </QuietLink>
      ))}
    </nav>
  );
}

function NothingFound({ query }: { query: PromptListQuery }) {
  const { words, track, category } = query;
  const isNarrowed = track !== null || category !== null;
  if (!words && !isNarrowed)
    return (
      <p className="pt-8 text-[15px] text-ink-2" role="status">
        There are no prompts yet.
      </p>
    );
  return (
    <div
      role="status"
      className="mt-6 flex flex-col items-start gap-4 rounded-card border border-line bg-surface p-6 sm:p-8"
    >
      <div>
        <h2 className="font-semibold text-lg">No prompt matches</h2>
        <p className="max-w-[60ch] pt-1 text-[15px] text-ink-2">
          {words
            ? `Nothing has the words “${words}” in its title or text${placeText(query)}. Try fewer words, or the beginning of one in the title.`
            : `There is nothing${placeText(query)}. Choose another.`}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {words && isNarrowed && (
          <QuietLink href={promptsAddress({ words })} className={buttonClass("primary")}>
            Search all prompts
          </QuietLink>
        )}
        <QuietLink href="/prompts" className={buttonClass("secondary")}>
          Show every prompt
        </QuietLink>
      </div>
    </div>
  );
}

function placeText({ track, category }: PromptListQuery): string {
  return `${category === null ? "" : " in this category"}${track === null ? "" : " on this track"}`;
}
