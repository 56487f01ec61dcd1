import type { VoteRecord } from "@/lib/vote/vote-record";

/** What a gallery shows of a creation. */
export type CreationCard = {
  id: string;
  entrant: { slug: string; name: string };
  prompt: { slug: string; title: string };
  track: string;
  replicate: number;
  /** `ok`, or how it failed: such a creation has no poster. */
  status: string;
  triangles: number | null;
  record: VoteRecord;
  /** Its prompt is on the reader's own table: neither poster nor object may be shown. */
  isWithheld: boolean;
};
