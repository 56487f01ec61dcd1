import type { EntrantPage } from "@/lib/entrant/schema";
import { EffortSection } from "./effort-section";
import { EntrantHeader } from "./entrant-header";
import { FailureSection } from "./failure-section";
import { GallerySection } from "./gallery-section";
import { HeadToHeadSection } from "./head-to-head-section";
import { PromptSection } from "./prompt-section";
import { RatingSection } from "./rating-section";
import { RecordSection } from "./record-section";
import { SettingSection } from "./setting-section";

/** Everything about one entrant. */
export function EntrantView({ entrant, query, ...page }: EntrantPage) {
  const { slug } = entrant;
  const { scopes, failures, record } = page;
  return (
    <div className="flex flex-col gap-12">
      <EntrantHeader entrant={entrant} />
      <div className="-mt-2 grid items-start gap-x-10 gap-y-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <RatingSection ratings={page.ratings} />
        <SettingSection settings={entrant.settings} />
      </div>
      <RecordSection slug={slug} record={record} scopes={scopes} />
      <GallerySection slug={slug} query={query} page={page.gallery} scopes={scopes} />
      <PromptSection extremes={page.extremes} />
      <HeadToHeadSection slug={slug} opponents={record.opponents} />
      <FailureSection slug={slug} failures={failures} scopes={scopes} />
      <EffortSection effort={page.effort} />
    </div>
  );
}
