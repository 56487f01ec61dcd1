import type { PromptListQuery } from "@/lib/prompt/schema";

/** The list of prompts as a query describes it; what is not asked for does not stand in the address. */
export function promptsAddress(query: Partial<PromptListQuery>): string {
  const { words, track, category, sort, after } = query;
  const params = new URLSearchParams();
  if (words) params.set("q", words);
  if (track) params.set("track", track);
  if (category) params.set("category", category);
  if (sort === "votes") params.set("sort", sort);
  if (after) params.set("after", after);
  const text = params.toString();
  return text === "" ? "/prompts" : `/prompts?${text}`;
}
