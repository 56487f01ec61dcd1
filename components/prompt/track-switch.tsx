import { QuietLink } from "@/components/ui/quiet-link";
import type { PromptDetail } from "@/lib/prompt/schema";
import { promptAddress } from "./prompt-address";

/** The tracks that a prompt has creations on. */
export function TrackSwitch({ prompt, current }: { prompt: PromptDetail; current: string }) {
  return (
    <nav aria-label="Tracks" className="flex flex-wrap gap-1.5 pt-8">
      {prompt.tracks.map(({ slug, name }) => (
        <QuietLink
          key={slug}
          href={promptAddress({ prompt, track: slug })}
          scroll={false}
          aria-current={slug === current ? "page" : undefined}
          className="flex h-9 items-center rounded-full border border-line-strong px-3.5 text-[13px] text-ink-2 hover:border-ink-3 hover:text-ink aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-canvas pointer-coarse:h-11"
        >
          {name}
        </QuietLink>
      ))}
    </nav>
  );
}
