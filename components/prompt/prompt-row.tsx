import { creationAddresses } from "@/components/creation/creation-address";
import { countText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { PromptCard } from "@/lib/prompt/schema";

/** A prompt in the list of all; the whole row leads to it. */
export function PromptRow({ prompt }: { prompt: PromptCard }) {
  const { slug, title, excerpt, category, tracks, creations, votes } = prompt;
  return (
    <li className="relative flex items-center gap-4 border-line border-b py-4 hover:bg-sunk">
      <Picture prompt={prompt} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <h2 className="min-w-0 font-medium text-[15px]">
          <QuietLink href={`/prompts/${slug}`} className="after:absolute after:inset-0">
            {title}
          </QuietLink>
        </h2>
        <p className="line-clamp-2 text-ink-2 text-sm">{excerpt}</p>
        <p className="text-[13px] text-ink-3 tabular-nums leading-5">
          <span className="inline-block first-letter:uppercase">
            {category.replaceAll("-", " ")}
          </span>
          {tracks.length > 0 && ` · ${tracks.join(", ")}`} · {counted(creations, "creation")} ·{" "}
          {counted(votes, "vote")}
        </p>
      </div>
    </li>
  );
}

const BOX = "size-20 shrink-0 rounded-control sm:size-24";

function Picture({ prompt: { title, picture, isWithheld } }: { prompt: PromptCard }) {
  if (!picture)
    return (
      <span
        className={`${BOX} flex items-center justify-center bg-sunk p-2 text-center text-ink-2 text-xs`}
      >
        {isWithheld ? "Withheld until your battle is over" : "Nothing to show yet"}
      </span>
    );
  const isReference = picture.kind === "reference";
  return (
    // biome-ignore lint/performance/noImgElement: served by the API as it is
    <img
      src={isReference ? picture.url : creationAddresses(picture.creationId).posters[0]}
      width={96}
      height={96}
      loading="lazy"
      alt={isReference ? `Reference view: ${title}` : `One object made for: ${title}`}
      className={`${BOX} bg-stage object-cover`}
    />
  );
}

function counted(count: number, thing: string): string {
  return `${countText(count)}\u00a0${thing}${count === 1 ? "" : "s"}`;
}
