import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SiteFooter } from "@/components/layout/site-footer";
import { LiveLeaderboard } from "@/components/leaderboard/live-leaderboard";
import { getLeaderboard, listBoards } from "@/lib/leaderboard/data";
import { boardSchema } from "@/lib/leaderboard/schema";

export const metadata: Metadata = {
  title: "Leaderboard",
  description: "Ratings with 95 % intervals and win rates, from blind votes between 3D objects.",
};

type LeaderboardPageProps = { searchParams: Promise<{ board?: string | string[] }> };

export default async function LeaderboardPage({ searchParams }: LeaderboardPageProps) {
  const board = boardSchema.safeParse((await searchParams).board ?? "all");
  if (!board.success) notFound();
  const [leaderboard, boards] = await Promise.all([getLeaderboard(board.data), listBoards()]);
  if (!leaderboard) notFound();
  return (
    <>
      <main id="content" className="mx-auto w-full min-w-0 max-w-6xl px-4 pt-8 pb-16 sm:px-6">
        <LiveLeaderboard key={leaderboard.board} initial={leaderboard} boards={boards} />
      </main>
      <SiteFooter />
    </>
  );
}
