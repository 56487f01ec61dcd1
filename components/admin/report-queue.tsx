import { REASON_NAMES } from "@/components/report/reason-names";
import { timeText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { ReportedCreation } from "@/lib/report/schema";
import { ActionDialog } from "./action-dialog";
import { managedAddresses } from "./managed-addresses";
import { NothingFound } from "./nothing-found";

/** Reported creations, each with what was said and what can be done. */
export function ReportQueue({ reported }: { reported: ReportedCreation[] }) {
  if (reported.length === 0) return <NothingFound>No report waits for an answer.</NothingFound>;
  return (
    <ul className="flex flex-col gap-4">
      {reported.map((one) => (
        <li key={one.creationId}>
          <Reported reported={one} />
        </li>
      ))}
    </ul>
  );
}

function Reported({ reported }: { reported: ReportedCreation }) {
  const { creationId, entrant, prompt, reports, isHidden, isWithheld } = reported;
  const { page, posters } = managedAddresses(creationId);
  const url = `/api/admin/reports/${creationId}`;
  const name = `${prompt.title} by ${entrant.name}`;
  return (
    <article
      aria-label={name}
      className="flex flex-col gap-4 rounded-card border border-line bg-surface p-4 sm:flex-row"
    >
      {isWithheld ? (
        <p className="flex size-40 shrink-0 items-center justify-center rounded-control bg-sunk p-3 text-center text-[13px] text-ink-2">
          Withheld until your battle is over
        </p>
      ) : (
        // biome-ignore lint/performance/noImgElement: served by the API as it is
        <img
          src={posters[0]}
          width={160}
          height={160}
          alt={name}
          className="size-40 shrink-0 rounded-control bg-stage"
        />
      )}
      <div className="flex min-w-0 flex-1 flex-col gap-3">
        <h2 className="font-semibold text-[17px]">
          <QuietLink href={page} className="underline-offset-4 hover:underline">
            {prompt.title}
          </QuietLink>{" "}
          <span className="font-normal text-ink-2">by {entrant.name}</span>
        </h2>
        <ul className="flex flex-col gap-2 text-sm">
          {reports.map(({ id, reason, note, createdAt }) => (
            <li key={id} className="flex flex-col">
              <span>
                <span className="font-medium">{REASON_NAMES[reason]}</span>{" "}
                <time dateTime={createdAt} className="text-ink-3">
                  {timeText(createdAt)}
                </time>
              </span>
              {note && <span className="break-words text-ink-2">“{note}”</span>}
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap gap-2">
          {!isHidden && (
            <ActionDialog
              trigger="Hide it"
              triggerLabel={`Hide ${name}`}
              title="Hide this creation"
              url={url}
              body={{ outcome: "hidden" }}
              submit="Hide"
            >
              <p className="text-ink-2">
                The reports are right. It is in no new battle, and its page and files answer nobody.
                Open battles finish and count.
              </p>
            </ActionDialog>
          )}
          <ActionDialog
            trigger={isHidden ? "Settled: it is hidden already" : "Keep it"}
            triggerLabel={`Keep ${name} as it is`}
            title="Close these reports"
            url={url}
            body={{ outcome: "kept" }}
            submit="Close the reports"
          >
            <p className="text-ink-2">The creation stays as it is. It can be reported again.</p>
          </ActionDialog>
        </div>
      </div>
    </article>
  );
}
