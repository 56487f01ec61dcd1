import { statusWords } from "@/components/creation/status-words";
import { QuietLink } from "@/components/ui/quiet-link";
import type { ManagedCreation } from "@/lib/admin/creation-schema";
import { managedAddresses } from "./managed-addresses";

/** A creation as its poster, or why there is none to see, and its state. */
export function CreationTile({ creation }: { creation: ManagedCreation }) {
  const { id, entrant, prompt, status, hidden, isWithheld } = creation;
  const { page, posters } = managedAddresses(id);
  return (
    <QuietLink
      href={page}
      className="flex min-w-0 flex-1 flex-col gap-2 rounded-card border border-line bg-surface p-2 hover:border-line-strong"
    >
      {status === "ok" && !isWithheld ? (
        // biome-ignore lint/performance/noImgElement: served by the API as it is
        <img
          src={posters[0]}
          width={512}
          height={512}
          loading="lazy"
          alt=""
          className="aspect-square w-full rounded-control bg-stage"
        />
      ) : (
        <span className="flex aspect-square items-center justify-center rounded-control bg-sunk p-3 text-center text-[13px] text-ink-2">
          {isWithheld ? "Withheld until your battle is over" : statusWords(status)}
        </span>
      )}
      <span className="flex min-w-0 flex-col px-1 pb-1 text-sm leading-5">
        <span className="truncate font-medium">{prompt.title}</span>
        <span className="truncate text-ink-2">{entrant.name}</span>
        <span className={`truncate text-[13px] ${hidden ? "text-bad" : "text-ink-3"}`}>
          {hidden ? `Hidden: ${hidden.reason}` : status === "ok" ? "Shown" : "Failed"}
        </span>
      </span>
    </QuietLink>
  );
}
