import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SiteFooter } from "@/components/layout/site-footer";
import { LeaderboardIntro } from "@/components/leaderboard/leaderboard-intro";
import { LiveLeaderboard } from "@/components/leaderboard/live-leaderboard";
import { MatrixIntro } from "@/components/leaderboard/matrix-intro";
import { parseBoardQuery } from "@/lib/leaderboard/board-query";
import { getBoardPage, listBoards } from "@/lib/leaderboard/data";

type LeaderboardPageProps = {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ searchParams }: LeaderboardPageProps): Promise<Metadata> {
  const query = parseBoardQuery(await searchParams);
  const label = (await listBoards()).find(({ board }) => board === query?.board)?.label;
  return {
    title: query?.board === "all" || !label ? "Leaderboard" : `${label} leaderboard`,
    description: "Ratings with 95 % intervals and win rates, from blind votes between 3D objects.",
  };
}

export default async function LeaderboardPage({ searchParams }: LeaderboardPageProps) {
  const query = parseBoardQuery(await searchParams);
  if (!query) notFound();
  const [page, boards] = await Promise.all([getBoardPage(query), listBoards()]);
  if (!page) notFound();
  const { standings, matrix } = page;
  const unrated = standings.entrants.filter(({ status }) => status === "not_rated").length;
  return (
    <>
      <main id="content" className="mx-auto w-full min-w-0 max-w-6xl px-4 pt-8 pb-16 sm:px-6">
        <LeaderboardIntro {...{ query, boards, unrated, votes: standings.votes }} />
        <LiveLeaderboard
          key={query.board}
          query={query}
          initial={standings}
          initialMatrix={matrix}
          matrixIntro={<MatrixIntro window={matrix.window} query={query} />}
        />
      </main>
      <SiteFooter />
    </>
  );
}
