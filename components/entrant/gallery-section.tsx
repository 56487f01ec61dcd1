import { CreationGallery } from "@/components/creation/creation-gallery";
import { familyWords, statusWords } from "@/components/creation/status-words";
import { buttonClass } from "@/components/ui/button";
import { countText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { EntrantScope, GalleryPage, GalleryQuery } from "@/lib/entrant/schema";
import { GalleryFilter } from "./gallery-filter";
import { galleryHref } from "./gallery-href";
import { ProfileSection } from "./profile-section";

type GallerySectionProps = {
  slug: string;
  query: GalleryQuery;
  page: GalleryPage;
  scopes: readonly EntrantScope[];
};

/** An entrant's creations, a page at a time. */
export function GallerySection({ slug, query, page, scopes }: GallerySectionProps) {
  const total = scopes.reduce((sum, { creations }) => sum + creations, 0);
  return (
    <ProfileSection
      id="gallery"
      title="Creations"
      lead={
        total > 0 &&
        `${countText(total)} in all. A poster opens a viewer in its place; a name leads to the script and everything else.`
      }
    >
      <GalleryFilter slug={slug} query={query} scopes={scopes} />
      {query.show && <p className="pb-3 text-ink-2 text-sm">{showText(query.show)}</p>}
      {page.creations.length > 0 ? (
        <CreationGallery creations={page.creations} title="prompt" />
      ) : (
        <p className="text-ink-2 text-sm">
          {total === 0 ? "It has made nothing yet." : "No creation fits."}
        </p>
      )}
      {(query.after || page.next) && (
        <nav aria-label="Pages of creations" className="flex flex-wrap gap-2 pt-4">
          {query.after && (
            <QuietLink
              href={galleryHref(slug, { ...query, after: null })}
              className={buttonClass("secondary")}
            >
              Back to the first
            </QuietLink>
          )}
          {page.next && (
            <QuietLink
              href={galleryHref(slug, { ...query, after: page.next })}
              className={buttonClass("secondary")}
            >
              More creations
            </QuietLink>
          )}
        </nav>
      )}
    </ProfileSection>
  );
}

function showText(show: string): string {
  if (show === "failed") return "Only creations without an object.";
  const [status = "", family] = show.split(".");
  const words = familyWords(family ?? null);
  return `Only this ending: ${statusWords(status).toLowerCase()}${words ? `, ${words}` : ""}.`;
}
