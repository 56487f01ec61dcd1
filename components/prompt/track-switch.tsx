import { PillLink } from "@/components/ui/pill-link";
import type { PromptDetail } from "@/lib/prompt/schema";
import { promptAddress } from "./prompt-address";

/** The tracks that a prompt has creations on. */
export function TrackSwitch({ prompt, current }: { prompt: PromptDetail; current: string }) {
  return (
    <nav aria-label="Tracks" className="flex flex-wrap gap-1.5 pt-8">
      {prompt.tracks.map(({ slug, name }) => (
        <PillLink
          key={slug}
          href={promptAddress({ prompt, track: slug })}
          scroll={false}
          aria-current={slug === current ? "page" : undefined}
        >
          {name}
        </PillLink>
      ))}
    </nav>
  );
}
