import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmbeddedBoard } from "@/components/leaderboard/embedded-board";
import { getLeaderboard, listBoards } from "@/lib/leaderboard/data";
import { parseEmbedQuery } from "@/lib/leaderboard/embed-query";
import "./theme.css";

type EmbedPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = {
  title: "Embedded leaderboard",
  description: "A leaderboard to stand in a frame on another site.",
  robots: { index: false },
};

/** A board for a frame on another site; docs/embedding.md says how. */
export default async function EmbedPage({ searchParams }: EmbedPageProps) {
  const query = parseEmbedQuery(await searchParams);
  if (!query) notFound();
  const [leaderboard, boards] = await Promise.all([getLeaderboard(query.board), listBoards()]);
  if (!leaderboard) notFound();
  const { matrix: _, ...standings } = leaderboard;
  const label = boards.find(({ board }) => board === query.board)?.label ?? query.board;
  return <EmbeddedBoard {...query} standings={standings} label={label} />;
}
