import type { Metadata } from "next";
import { InvitationView } from "@/components/account/invitation-view";
import { NarrowPage } from "@/components/account/narrow-page";
import { findInvitation } from "@/lib/account/invitations";
import { readProblem } from "@/lib/account/problems";

export const metadata: Metadata = {
  title: "Invitation",
  description: "Choose a password for your account.",
  robots: { index: false, follow: false },
  referrer: "same-origin",
};

type InvitePageProps = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ error?: string | string[] }>;
};

/** An invitation to run this arena, and the form that accepts it. */
export default async function InvitePage({ params, searchParams }: InvitePageProps) {
  const { token } = await params;
  const { error } = await searchParams;
  const found = await findInvitation(token);
  return (
    <NarrowPage>
      <InvitationView
        found={found}
        token={token}
        problem={readProblem(String(error ?? ""), Date.now())}
      />
    </NarrowPage>
  );
}
