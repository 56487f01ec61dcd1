import type { Metadata } from "next";
import { redirect } from "next/navigation";
import * as z from "zod";
import { LinkView } from "@/components/account/link-view";
import { NarrowPage } from "@/components/account/narrow-page";

export const metadata: Metadata = {
  title: "Sign in",
  robots: { index: false },
  referrer: "same-origin",
};

const querySchema = z.object({
  email: z.email(),
  token: z.string().min(1).max(200),
  callbackUrl: z.string().max(2_000).default("/account"),
});

type LinkPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where the link of a mail leads: one press of a button away from being signed in. */
export default async function LinkPage({ searchParams }: LinkPageProps) {
  const link = querySchema.safeParse(await searchParams);
  if (!link.success) redirect("/sign-in?error=link_over");
  return (
    <NarrowPage>
      <LinkView {...link.data} />
    </NarrowPage>
  );
}
