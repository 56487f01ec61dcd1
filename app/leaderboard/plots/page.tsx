import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SiteFooter } from "@/components/layout/site-footer";
import { BoardPlots } from "@/components/plots/board-plots";
import { PlotsHeader } from "@/components/plots/plots-header";
import { PublishedPlots } from "@/components/plots/published-plots";
import { listBoards } from "@/lib/leaderboard/data";
import { getBoardPlots } from "@/lib/plots/data";
import { plotsQuerySchema } from "@/lib/plots/schema";
import {
  THREE_D_CODE_BENCH as PUBLISHED,
  PUBLISHED_PLOTS,
} from "@/lib/published/three-d-code-bench";

type PlotsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: PlotsPageProps): Promise<Metadata> {
  const { set, board = "all" } = plotsQuerySchema.safeParse(await searchParams).data ?? {};
  const label = (await listBoards()).find((one) => one.board === board)?.label;
  const of = set ? PUBLISHED.name : board === "all" ? null : label;
  return {
    title: of ? `Plots: ${of}` : "Plots",
    description:
      "Ratings over time, how sure ranks are, and ratings against executability, cost, time and other measures.",
  };
}

export default async function PlotsPage({ searchParams }: PlotsPageProps) {
  const query = plotsQuerySchema.safeParse(await searchParams);
  if (!query.success) notFound();
  const { set, board, entrants } = query.data;
  const [plots, boards] = await Promise.all([set ? null : getBoardPlots(board), listBoards()]);
  if (!set && !plots) notFound();
  return (
    <>
      <main id="content" className="mx-auto w-full min-w-0 max-w-6xl px-4 pt-8 pb-16 sm:px-6">
        <PlotsHeader boards={boards} board={set ? null : board} publishedName={PUBLISHED.name} />
        {plots ? (
          <BoardPlots {...plots} wanted={entrants} />
        ) : (
          <PublishedPlots {...PUBLISHED_PLOTS} />
        )}
      </main>
      <SiteFooter />
    </>
  );
}
