import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SiteFooter } from "@/components/layout/site-footer";
import { PromptView } from "@/components/prompt/prompt-view";
import { findPrompt, findPromptDetail } from "@/lib/prompt/find";
import { getVoterId } from "@/lib/voter/session";

type PromptPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: PromptPageProps): Promise<Metadata> {
  const prompt = await findPrompt((await params).slug);
  if (!prompt) return { title: "Not found" };
  return { title: prompt.title, description: prompt.text };
}

/** One prompt with everything that was made of it. */
export default async function PromptPage({ params, searchParams }: PromptPageProps) {
  const [{ slug }, query, voterId] = await Promise.all([params, searchParams, getVoterId()]);
  const found = await findPromptDetail({ slug, query, voterId });
  if (!found) notFound();
  return (
    <>
      <main id="content" className="mx-auto w-full min-w-0 max-w-6xl px-4 pt-8 pb-16 sm:px-6">
        <PromptView {...found} />
      </main>
      <SiteFooter />
    </>
  );
}
