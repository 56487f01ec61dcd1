import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SiteFooter } from "@/components/layout/site-footer";
import { BattleRecordView } from "@/components/reveal/battle-record";
import { BattleSealed } from "@/components/reveal/battle-sealed";
import { findBattleRecord } from "@/lib/reveal/find";
import { getVoterId } from "@/lib/voter/session";

type BattlePageProps = { params: Promise<{ battleId: string }> };

export async function generateMetadata({ params }: BattlePageProps): Promise<Metadata> {
  // As a stranger sees it: previews are made by services without a cookie.
  const found = await findBattleRecord((await params).battleId, null);
  if (found.state !== "shown") return { title: "A battle", robots: { index: false } };
  const { prompt, left, right } = found.record;
  return {
    title: prompt.title,
    description: `${left.name} against ${right.name} on Polyduel: both objects, the verdict and the code.`,
  };
}

/** The permalink of a battle: all of it once it is voted in, nothing that names anybody before. */
export default async function BattleRecordPage({ params }: BattlePageProps) {
  const found = await findBattleRecord((await params).battleId, await getVoterId());
  if (found.state === "unknown") notFound();
  return (
    <>
      <main id="content" className="mx-auto w-full min-w-0 max-w-6xl px-4 pt-8 pb-16 sm:px-6">
        {found.state === "shown" ? (
          <BattleRecordView record={found.record} />
        ) : (
          <BattleSealed reason={found.state} />
        )}
      </main>
      <SiteFooter />
    </>
  );
}
