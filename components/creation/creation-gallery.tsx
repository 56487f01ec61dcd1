import { QuietLink } from "@/components/ui/quiet-link";
import type { CreationCard } from "@/lib/creation/schema";
import { creationAddresses } from "./creation-address";

type CreationGalleryProps = {
  creations: CreationCard[];
  /** What tells the cards apart: on an entrant's page the prompt, on a prompt's page the entrant. */
  title: "entrant" | "prompt";
};

/** Creations as a grid of posters. */
export function CreationGallery({ creations, title }: CreationGalleryProps) {
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4">
      {creations.map((creation) => (
        <li key={creation.id}>
          <Card creation={creation} title={title} />
        </li>
      ))}
    </ul>
  );
}

function Card({ creation, title }: { creation: CreationCard; title: "entrant" | "prompt" }) {
  const { page, posters } = creationAddresses(creation.id);
  const name = title === "entrant" ? creation.entrant.name : creation.prompt.title;
  return (
    <QuietLink
      href={page}
      className="flex flex-col gap-2 rounded-card border border-line bg-surface p-2"
    >
      {creation.status === "ok" && !creation.isWithheld ? (
        // biome-ignore lint/performance/noImgElement: served by the API as it is
        <img
          src={posters[0]}
          width={512}
          height={512}
          loading="lazy"
          alt={`${creation.prompt.title} by ${creation.entrant.name}`}
          className="aspect-square w-full rounded-control bg-stage"
        />
      ) : (
        <span className="flex aspect-square items-center justify-center rounded-control bg-sunk p-3 text-center text-[13px] text-ink-2">
          {creation.isWithheld
            ? "Withheld until your battle is over"
            : creation.status.replaceAll("_", " ")}
        </span>
      )}
      <span className="truncate px-1 pb-1 font-medium text-sm">{name}</span>
    </QuietLink>
  );
}
