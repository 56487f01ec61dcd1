import "server-only";
import { cookies } from "next/headers";
import { ownPath } from "@/lib/access/own-path";
import { requestOrigin } from "@/lib/access/request-origin";
import { csrfTokenPage, readCsrfToken } from "@/lib/account/csrf";
import { type Notice, type Problem, readNotice, readProblem } from "@/lib/account/problems";
import { CALLBACK_COOKIE } from "@/lib/account/session-cookie";

type Value = string | string[] | undefined;
export type SignInQuery = { callbackUrl?: Value; error?: Value; notice?: Value; from?: Value };

export type SignInRequest = {
  /** Null when this browser keeps no cookies, so that no form would work. */
  csrfToken: string | null;
  /** The path to go to after the sign-in. */
  callbackUrl: string;
  problem: Problem | null;
  notice: Notice | null;
  /** Where somebody goes who is signed in already. */
  onward: string;
  /** Where the browser gets the token that forms need, when it has none. */
  tokenPage: string | null;
};

const DEFAULT_PATH = "/account";

/** What the sign-in page is asked for. Wherever it is told to lead that is not this arena, it leads to the account. */
export async function readSignInRequest(query: SignInQuery): Promise<SignInRequest> {
  const jar = await cookies();
  const origin = await requestOrigin();
  const error = first(query.error);
  // After a problem next-auth no longer says where to, but its cookie does.
  const wanted = first(query.callbackUrl) ?? (error ? jar.get(CALLBACK_COOKIE)?.value : undefined);
  const callbackUrl = ownPath(wanted, origin) ?? DEFAULT_PATH;
  const csrfToken = await readCsrfToken();
  // Without a token, and back from where one is made: its cookie did not stay.
  const isBack = first(query.from) === "auth";
  return {
    csrfToken,
    callbackUrl,
    problem: readProblem(csrfToken === null && isBack ? "no_cookies" : error, Date.now()),
    notice: readNotice(first(query.notice)),
    onward: error && callbackUrl === DEFAULT_PATH ? withError(callbackUrl, error) : callbackUrl,
    tokenPage: csrfToken === null && !isBack ? csrfTokenPage(callbackUrl, error) : null,
  };
}

function withError(path: string, error: string): string {
  return `${path}?${new URLSearchParams({ error })}`;
}

function first(value: Value): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
