import { buttonClass } from "@/components/ui/button";
import { QuietLink } from "@/components/ui/quiet-link";

/** What stands under a prompt's words while the reader has a battle on it. */
export function PromptSealed() {
  return (
    <section
      aria-labelledby="sealed"
      className="mt-8 flex flex-col items-start gap-4 rounded-card border border-line bg-surface p-6 sm:p-8"
    >
      <div>
        <h2 id="sealed" className="font-semibold text-lg">
          Finish your own battle first
        </h2>
        <p className="max-w-[60ch] pt-1 text-[15px] text-ink-2">
          You have an open battle on this prompt, and what stands here would tell you names beside
          shapes. It opens once you have voted or skipped, or in half an hour at the latest.
        </p>
      </div>
      <QuietLink href="/" className={buttonClass("primary")}>
        Back to your battle
      </QuietLink>
    </section>
  );
}
