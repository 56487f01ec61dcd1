import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NarrowPage } from "@/components/account/narrow-page";
import { SignInView } from "@/components/account/sign-in-view";
import { getUser } from "@/lib/access/session";
import { SIGN_IN_WAYS } from "@/lib/account/auth-options";
import { readSignInRequest, type SignInQuery } from "@/lib/account/sign-in-request";

type SignInPageProps = { searchParams: Promise<SignInQuery> };

export async function generateMetadata({ searchParams }: SignInPageProps): Promise<Metadata> {
  const { problem } = await readSignInRequest(await searchParams);
  return {
    // Read out first when the page comes back.
    title: problem ? "Problem: sign in" : "Sign in",
    description: "For maintainers, and for voters who want their votes together on every device.",
    robots: { index: false },
  };
}

/** The ways into an account; whoever is signed in is sent on. */
export default async function SignInPage({ searchParams }: SignInPageProps) {
  const request = await readSignInRequest(await searchParams);
  if (await getUser()) redirect(request.onward);
  if (request.tokenPage) redirect(request.tokenPage);
  return (
    <NarrowPage>
      <SignInView {...request} ways={SIGN_IN_WAYS} />
    </NarrowPage>
  );
}
