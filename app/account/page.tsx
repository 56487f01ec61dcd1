import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AccountView } from "@/components/account/account-view";
import { NarrowPage } from "@/components/account/narrow-page";
import { may } from "@/lib/access/permissions";
import { getUser } from "@/lib/access/session";
import { SIGN_IN_WAYS } from "@/lib/account/auth-options";
import { csrfTokenPage, readCsrfToken } from "@/lib/account/csrf";
import { getAccount } from "@/lib/account/data";
import { readNotice, readProblem } from "@/lib/account/problems";

export const metadata: Metadata = {
  title: "Your account",
  description: "Who you are here, what counts as yours, and how you sign in.",
  robots: { index: false },
};

type AccountPageProps = {
  searchParams: Promise<Partial<Record<"notice" | "error" | "from", string>>>;
};

/** The reader's own account. Nobody is asked to sign in. */
export default async function AccountPage({ searchParams }: AccountPageProps) {
  const query = await searchParams;
  const user = await getUser();
  if (!user || !may(user.role, "account.view")) redirect("/sign-in?callbackUrl=/account");
  const csrfToken = await readCsrfToken();
  if (!csrfToken && !query.from)
    redirect(csrfTokenPage(`/account?${new URLSearchParams({ ...query, from: "auth" })}`));
  return (
    <NarrowPage>
      <AccountView
        user={user}
        account={await getAccount(user.id)}
        csrfToken={csrfToken ?? ""}
        ways={SIGN_IN_WAYS}
        canManage={may(user.role, "admin.view")}
        problem={readProblem(query.error, Date.now())}
        notice={readNotice(query.notice)}
      />
    </NarrowPage>
  );
}
