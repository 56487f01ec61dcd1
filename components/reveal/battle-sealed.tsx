import { buttonClass } from "@/components/ui/button";
import { QuietLink } from "@/components/ui/quiet-link";

type BattleSealedProps = {
  /** Nobody has voted yet, or the reader has a battle of their own on the same prompt. */
  reason: "undecided" | "withheld";
};

const WORDS = {
  undecided: {
    title: "Nobody has decided this battle yet",
    text: "Until a vote is given, nothing here says who made which object. Afterwards this address shows both of them, with their code.",
    action: "Judge a battle",
  },
  withheld: {
    title: "Finish your own battle first",
    text: "You have an open battle on the same prompt, and this page would tell you names beside shapes. It opens once you have voted or skipped, or in half an hour at the latest.",
    action: "Back to your battle",
  },
};

/** An address that must not tell anything yet, in words that say why and for how long. */
export function BattleSealed({ reason }: BattleSealedProps) {
  const { title, text, action } = WORDS[reason];
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-3 py-16 text-center">
      <h1 className="font-semibold text-2xl tracking-[-0.02em]">{title}</h1>
      <p className="text-[15px] text-ink-2">{text}</p>
      <QuietLink href="/" className={buttonClass("primary", "mt-2")}>
        {action}
      </QuietLink>
    </div>
  );
}
