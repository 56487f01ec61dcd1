import { buttonClass } from "@/components/ui/button";
import { QuietLink } from "@/components/ui/quiet-link";

/** A creation whose prompt is on the reader's own table: why nothing is shown, and for how long. */
export function CreationSealed({ prompt }: { prompt: { title: string } }) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-3 py-16 text-center">
      <p className="text-ink-2 text-sm">{prompt.title}</p>
      <h1 className="font-semibold text-2xl tracking-[-0.02em]">Finish your own battle first</h1>
      <p className="text-[15px] text-ink-2">
        You have an open battle on this prompt, and this page would tell you a name beside a shape.
        It opens once you have voted or skipped, or in half an hour at the latest.
      </p>
      <QuietLink href="/" className={buttonClass("primary", "mt-2")}>
        Back to your battle
      </QuietLink>
    </div>
  );
}
