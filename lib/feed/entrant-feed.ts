/** A feed of entrants in whole addresses, the newest first. */
export type EntrantFeed = {
  title: string;
  description: string;
  homeUrl: string;
  items: FeedItem[];
};

export type FeedItem = {
  url: string;
  title: string;
  /** What the entrant is, in a sentence. */
  summary: string;
  addedAt: Date;
};
