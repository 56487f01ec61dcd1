/** The sections of /methodology in order; the ids are addresses that others link to. */
export const SECTIONS = [
  { id: "numbers", title: "What each number means" },
  { id: "rating", title: "How a rating is computed" },
  { id: "ties", title: "What a tie does to the scale" },
  { id: "intervals", title: "How wide an interval is" },
  { id: "coverage", title: "Do the intervals hold?" },
  { id: "ranks", title: "Ranks and rank ranges" },
  { id: "not-rated", title: "Who is not yet rated" },
  { id: "win-rates", title: "The win-rate matrix" },
  { id: "executability", title: "Why executability stands apart" },
  { id: "beside", title: "Beside the ranking" },
  { id: "votes", title: "How votes are collected" },
  { id: "recompute", title: "Recompute everything" },
  { id: "limits", title: "What is not covered" },
  { id: "references", title: "References" },
] as const;

export type SectionId = (typeof SECTIONS)[number]["id"];
