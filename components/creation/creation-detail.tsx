import { ReportForm } from "@/components/report/report-form";
import { HighlightedCode } from "@/components/ui/highlighted-code";
import { countText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { CreationDetail } from "@/lib/creation/schema";
import { creationAddresses } from "./creation-address";
import { CreationAttempts } from "./creation-attempts";
import { CreationDownloads } from "./creation-downloads";
import { CreationFacts } from "./creation-facts";
import { CreationFailure } from "./creation-failure";
import { CreationProvenance } from "./creation-provenance";
import { CreationRecord } from "./creation-record";
import { CreationView } from "./creation-view";

/** The views of the other three posters, after the one that the viewer begins with. */
const VIEWS = ["back right", "back left", "front left"];

/** A creation with everything behind it: the object or why there is none, figures, attempts, script. */
export function CreationDetailView({ creation }: { creation: CreationDetail }) {
  const { entrant, prompt, track, status, record } = creation;
  return (
    <div className="flex flex-col gap-10">
      <header className="flex flex-col gap-2">
        <p className="text-ink-2 text-sm">
          {track.name} · <span className="capitalize">{prompt.category.replaceAll("-", " ")}</span>
        </p>
        <h1 className="text-balance font-semibold text-2xl tracking-[-0.02em]">
          <TitleLink href={`/prompts/${prompt.slug}`}>{prompt.title}</TitleLink>{" "}
          <span className="font-normal text-ink-3">by</span>{" "}
          <TitleLink href={`/entrants/${entrant.slug}`}>{entrant.name}</TitleLink>
        </h1>
        <p className="max-w-[68ch] text-pretty text-[15px] text-ink-2 leading-relaxed">
          {prompt.text}
        </p>
      </header>
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-10">
        {status === "ok" ? (
          <Pictures creation={creation} />
        ) : (
          <CreationFailure creation={creation} />
        )}
        <div className="flex flex-col gap-8">
          <CreationRecord record={record} promptSlug={prompt.slug} />
          {status === "ok" && <CreationFacts creation={creation} />}
          <CreationDownloads creation={creation} />
        </div>
      </div>
      <CreationAttempts creation={creation} />
      <Script creation={creation} />
      <CreationProvenance creation={creation} />
      <ReportForm address={creationAddresses(creation.id).reports} what="this creation" />
    </div>
  );
}

function TitleLink({ href, children }: { href: string; children: string }) {
  return (
    <QuietLink
      href={href}
      className="underline decoration-line-strong underline-offset-4 hover:decoration-ink"
    >
      {children}
    </QuietLink>
  );
}

function Pictures({ creation }: { creation: CreationDetail }) {
  const { id, prompt, entrant, materialsBytes } = creation;
  const [first, ...others] = creationAddresses(id).posters;
  const name = `${prompt.title} by ${entrant.name}`;
  return (
    <div className="flex min-w-0 flex-col gap-2 lg:max-w-[640px]">
      <div className="overflow-hidden rounded-card outline outline-line">
        <CreationView id={id} name={name} hasMaterials={materialsBytes !== null}>
          {/* biome-ignore lint/performance/noImgElement: served by the API as it is */}
          <img
            src={first}
            width={512}
            height={512}
            alt={`${name}, seen from front right`}
            fetchPriority="high"
            className="size-full object-contain"
          />
        </CreationView>
      </div>
      <ul className="grid grid-cols-3 gap-2">
        {others.map((url, at) => (
          <li key={url} className="overflow-hidden rounded-control bg-stage outline outline-line">
            {/* biome-ignore lint/performance/noImgElement: as above */}
            <img
              src={url}
              width={512}
              height={512}
              loading="lazy"
              alt={`${name}, seen from ${VIEWS[at]}`}
              className="size-full"
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Script({ creation }: { creation: CreationDetail }) {
  const { script, attempts, chosenAttempt } = creation;
  const lines = script ? script.source.trimEnd().split("\n").length : 0;
  return (
    <section aria-labelledby="script" className="min-w-0">
      <h2 id="script" className="scroll-mt-4 font-semibold text-[17px]">
        Script
      </h2>
      {script ? (
        <>
          <p className="pt-1 pb-3 text-ink-2 text-sm">
            {attempts.length > 1 && `Attempt ${script.attempt}: `}
            {countText(lines)} {lines === 1 ? "line" : "lines"} of Python for Blender
            {script.attempt !== chosenAttempt && ", which made no object"}.
          </p>
          <HighlightedCode label="Source of the script" source={script.source} />
        </>
      ) : (
        <p className="pt-1 text-ink-2 text-sm">No reply held a script.</p>
      )}
    </section>
  );
}
