import type { ReactNode } from "react";
import { countText } from "@/components/ui/number-text";
import { PillLink } from "@/components/ui/pill-link";
import type { EntrantScope, GalleryQuery } from "@/lib/entrant/schema";
import { galleryHref } from "./gallery-href";

type GalleryFilterProps = { slug: string; query: GalleryQuery; scopes: readonly EntrantScope[] };

/** By track, by category, and whether only failures are shown. A chosen one is taken back by choosing it again. */
export function GalleryFilter({ slug, query, scopes }: GalleryFilterProps) {
  const { track, category, show } = query;
  const inTrack = scopes.filter((scope) => track === null || scope.track === track);
  const tracks = countBy(scopes, (scope) => scope.track);
  const categories = countBy(inTrack, (scope) => scope.category);
  const names = new Map(scopes.map((scope) => [scope.track, scope.trackName]));
  const failed = scopes.reduce((sum, scope) => sum + scope.failed, 0);
  const hrefOf = (change: Partial<GalleryQuery>) =>
    galleryHref(slug, { ...query, ...change, after: null });
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2 pb-4 empty:hidden">
      {tracks.length > 1 && (
        <Choices name="Track">
          {tracks.map(([one, count]) => (
            <Choice
              key={one}
              label={names.get(one) ?? one}
              count={count}
              isChosen={one === track}
              href={hrefOf({ track: one === track ? null : one, category: null })}
            />
          ))}
        </Choices>
      )}
      {categories.length > 1 && (
        <Choices name="Category">
          {categories.map(([one, count]) => (
            <Choice
              key={one}
              label={one.replaceAll("-", " ")}
              count={count}
              isChosen={one === category}
              href={hrefOf({ category: one === category ? null : one })}
            />
          ))}
        </Choices>
      )}
      {failed > 0 && (
        <Choices name="Ending">
          <Choice
            label="Failed"
            count={failed}
            isChosen={show !== null}
            href={hrefOf({ show: show === null ? "failed" : null })}
          />
        </Choices>
      )}
    </div>
  );
}

function Choices({ name, children }: { name: string; children: ReactNode }) {
  return (
    <nav aria-label={name} className="flex flex-wrap gap-1.5">
      {children}
    </nav>
  );
}

type ChoiceProps = { label: string; count: number; isChosen: boolean; href: string };

function Choice({ label, count, isChosen, href }: ChoiceProps) {
  return (
    <PillLink href={href} aria-current={isChosen ? "true" : undefined}>
      <span className="first-letter:uppercase">{label}</span>
      <span className="tabular-nums">{countText(count)}</span>
    </PillLink>
  );
}

function countBy(
  scopes: readonly EntrantScope[],
  keyOf: (scope: EntrantScope) => string,
): [key: string, count: number][] {
  const counts = new Map<string, number>();
  for (const scope of scopes)
    counts.set(keyOf(scope), (counts.get(keyOf(scope)) ?? 0) + scope.creations);
  return [...counts];
}
