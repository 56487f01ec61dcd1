import { QuietLink } from "@/components/ui/quiet-link";
import type { PromptDetail } from "@/lib/prompt/schema";

/** What every entrant was asked to make, whole. */
export function PromptWords({ prompt }: { prompt: PromptDetail }) {
  const { title, text, instruction, category, source, referenceUrls, tracks } = prompt;
  return (
    <header className="flex flex-col gap-3">
      <p className="text-ink-2 text-sm">
        <QuietLink href="/prompts" className="underline underline-offset-4 hover:text-ink">
          Prompts
        </QuietLink>
        {" · "}
        <QuietLink
          href={`/prompts?category=${encodeURIComponent(category)}`}
          className="inline-block underline underline-offset-4 first-letter:uppercase hover:text-ink"
        >
          {category.replaceAll("-", " ")}
        </QuietLink>
        {tracks.map(({ name }) => ` · ${name}`).join("")}
      </p>
      <h1 className="font-semibold text-2xl tracking-[-0.02em]">{title}</h1>
      <p className="max-w-[68ch] whitespace-pre-line text-pretty text-[15px] leading-relaxed">
        {text}
      </p>
      {instruction !== null && (
        <details className="max-w-[68ch]">
          <summary className="inline-flex min-h-11 items-center text-ink-2 text-sm underline underline-offset-4 hover:text-ink">
            The same as an instruction
          </summary>
          <p className="whitespace-pre-line text-pretty pt-1 text-[15px] text-ink-2 leading-relaxed">
            {instruction}
          </p>
        </details>
      )}
      {referenceUrls.length > 0 && (
        <figure className="pt-1">
          <div className="grid max-w-2xl grid-cols-4 gap-2">
            {referenceUrls.map((url, at) => (
              // biome-ignore lint/performance/noImgElement: served by the API as it is
              <img
                key={url}
                src={url}
                width={256}
                height={256}
                loading="lazy"
                alt={`Reference view ${at + 1} of ${referenceUrls.length}: ${title}`}
                className="w-full rounded-control bg-stage"
              />
            ))}
          </div>
          <figcaption className="pt-2 text-[13px] text-ink-3">
            Reference views, given to the entrants of tracks that take pictures.
          </figcaption>
        </figure>
      )}
      {source !== null && (
        <p className="text-[13px] text-ink-3">
          In the data set it came from: <code>{source}</code>
        </p>
      )}
    </header>
  );
}
