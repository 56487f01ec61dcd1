import { creationAddresses } from "@/components/creation/creation-address";
import { statusWords } from "@/components/creation/status-words";
import { buttonClass } from "@/components/ui/button";
import { countText, timeText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { ManagedCreation, Run } from "@/lib/admin/creation-schema";
import type { AuditEntry } from "@/lib/audit/schema";
import { AdminSection } from "./admin-section";
import { AuditTable } from "./audit-table";
import { HideCreation } from "./hide-creation";
import { managedAddresses } from "./managed-addresses";
import { RunAttempts } from "./run-attempts";

type ManagedCreationViewProps = {
  creation: ManagedCreation;
  run: Run;
  history: readonly AuditEntry[];
};

/** One creation for those who decide whether it is shown. */
export function ManagedCreationView({ creation, run, history }: ManagedCreationViewProps) {
  const { id, status, triangles, madeAt, hidden, isWithheld } = creation;
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-wrap items-center gap-2">
        <HideCreation creation={creation} />
        {!hidden && (
          <QuietLink href={creationAddresses(id).page} className={buttonClass("secondary")}>
            Its public page
          </QuietLink>
        )}
        {status === "ok" && !isWithheld && (
          <a
            href={managedAddresses(id).glb}
            download={`${id}.glb`}
            className={buttonClass("quiet")}
          >
            Download the GLB
          </a>
        )}
      </div>
      <p className="-mt-4 max-w-[68ch] text-[15px]">
        {hidden ? (
          <span className="text-bad">
            Hidden since <time dateTime={hidden.at}>{timeText(hidden.at)}</time>: {hidden.reason}
          </span>
        ) : (
          <span className="text-ink-2">
            {statusWords(status)}. Made <time dateTime={madeAt}>{timeText(madeAt)}</time>
            {triangles !== null && `, ${countText(triangles)} triangles`}.
          </span>
        )}
      </p>
      {isWithheld ? (
        <p className="max-w-[68ch] rounded-card border border-line bg-surface p-6 text-[15px] text-ink-2">
          You have an open battle on this prompt, and you vote blind too. Its pictures and how it
          was made are here once you have voted or skipped, or in half an hour at the latest.
        </p>
      ) : (
        <>
          {status === "ok" && (
            <AdminSection id="posters" title="From four sides">
              <Posters creation={creation} />
            </AdminSection>
          )}
          <AdminSection id="attempts" title="How it was made">
            <RunAttempts attempts={run.attempts} />
          </AdminSection>
        </>
      )}
      {history.length > 0 && (
        <AdminSection id="history" title="What was done with it">
          <AuditTable entries={history} />
        </AdminSection>
      )}
    </div>
  );
}

const SIDES = ["45°", "135°", "225°", "315°"];

function Posters({ creation: { id, hasMaterials } }: { creation: ManagedCreation }) {
  const { posters, paintedPosters } = managedAddresses(id);
  return (
    <div className="flex flex-col gap-3">
      {[
        { look: "in clay", urls: posters },
        ...(hasMaterials ? [{ look: "with its materials", urls: paintedPosters }] : []),
      ].map(({ look, urls }) => (
        <div key={look} className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {urls.map((url, view) => (
            // biome-ignore lint/performance/noImgElement: served by the API as it is
            <img
              key={url}
              src={url}
              width={512}
              height={512}
              alt={`Seen from ${SIDES[view]}, ${look}`}
              className="aspect-square w-full rounded-card bg-stage"
            />
          ))}
        </div>
      ))}
    </div>
  );
}
