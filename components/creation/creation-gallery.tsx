import type { ReactNode } from "react";
import { countText, percentText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { CreationCard } from "@/lib/creation/schema";
import { countRecord, winRateOf } from "@/lib/vote/vote-record";
import { creationAddresses } from "./creation-address";
import { CreationView } from "./creation-view";
import { statusWords } from "./status-words";

type CreationGalleryProps = {
  creations: CreationCard[];
  /** What tells the cards apart: on an entrant's page the prompt, on a prompt's page the entrant. */
  title: "entrant" | "prompt";
};

/** Creations as a grid of posters, each of which opens a viewer in its place. */
export function CreationGallery({ creations, title }: CreationGalleryProps) {
  return (
    <ul className="grid grid-flow-dense grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4">
      {creations.map((creation) => (
        <li
          // Keys travel with the page; a withheld creation has nothing there that leads to it.
          key={`${creation.prompt.slug} ${creation.track} ${creation.entrant.slug} ${creation.replicate}`}
          className="flex min-w-0 flex-col overflow-hidden rounded-card border border-line bg-surface max-sm:has-data-open:col-span-2"
        >
          <Card creation={creation} title={title} />
        </li>
      ))}
    </ul>
  );
}

type CardProps = { creation: CreationCard; title: "entrant" | "prompt" };

function Card({ creation, title }: CardProps) {
  const { entrant, prompt, status, triangles, isWithheld } = creation;
  const heading = title === "entrant" ? entrant.name : prompt.title;
  if (isWithheld)
    return (
      <>
        <Blank>
          Withheld until your battle on this prompt is over, in half an hour at the latest.
        </Blank>
        <p className="truncate px-3 pt-2 pb-2.5 font-medium text-sm pointer-coarse:pt-4">
          {heading}
        </p>
      </>
    );
  const { page, posters } = creationAddresses(creation.id);
  const name = `${prompt.title} by ${entrant.name}`;
  return (
    <>
      {status === "ok" ? (
        <CreationView id={creation.id} name={name} hasMaterials={creation.hasMaterials ?? false}>
          {/* biome-ignore lint/performance/noImgElement: served by the API as it is */}
          <img
            src={posters[0]}
            width={512}
            height={512}
            loading="lazy"
            alt={name}
            className="size-full object-contain"
          />
        </CreationView>
      ) : (
        <Blank>{statusWords(status)}.</Blank>
      )}
      <div className="flex flex-1 flex-col gap-0.5 px-3 pt-1 pb-2.5 text-[13px] text-ink-3 tabular-nums">
        <QuietLink
          href={page}
          className="truncate rounded-[4px] py-1 font-medium text-ink text-sm hover:underline pointer-coarse:py-3"
        >
          {heading}
          {creation.replicate > 0 && (
            <span className="font-normal text-ink-3"> · replicate {creation.replicate}</span>
          )}
        </QuietLink>
        <p className="flex flex-wrap justify-between gap-x-2">
          <span>{recordText(creation)}</span>
          {triangles !== null && <span>{countText(triangles)} triangles</span>}
        </p>
      </div>
    </>
  );
}

/** In a poster's place, where there is none to show. */
function Blank({ children }: { children: ReactNode }) {
  return (
    <p className="flex aspect-square items-center justify-center text-balance bg-sunk p-4 text-center text-[13px] text-ink-2">
      {children}
    </p>
  );
}

function recordText({ status, record }: CreationCard): string {
  if (status !== "ok") return "No object";
  const votes = countRecord(record);
  return votes === 0
    ? "No votes yet"
    : `${percentText(winRateOf(record))} won, n = ${countText(votes)}`;
}
