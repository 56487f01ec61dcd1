import "server-only";
import { PrismaAdapter } from "@next-auth/prisma-adapter";
import type { AuthOptions } from "next-auth";
import type { Adapter, AdapterAccount, AdapterUser, VerificationToken } from "next-auth/adapters";
import { encode } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import EmailProvider from "next-auth/providers/email";
import { ownPath } from "@/lib/access/own-path";
import { requestNetwork } from "@/lib/access/request-network";
import { gitHubProvider } from "@/lib/account/github-provider";
import { addSite } from "@/lib/account/mutations";
import { signInWithPassword } from "@/lib/account/password-sign-in";
import { throttledText } from "@/lib/account/problems";
import { emailSchema } from "@/lib/account/schema";
import {
  CALLBACK_COOKIE,
  COOKIE_OPTIONS,
  CSRF_COOKIE,
  cookieName,
  SESSION_COOKIE,
} from "@/lib/account/session-cookie";
import { decodeLive, sessionTokenOf } from "@/lib/account/session-token";
import { MAIL_LINK_SECONDS, sendSignInMail } from "@/lib/account/sign-in-mail";
import { takeAttempt } from "@/lib/account/throttle";
import { db } from "@/lib/db";
import { env, requireEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { adoptVoter, forgetVoter } from "@/lib/voter/session";

/** Which ways to sign in this arena offers, beside passwords. */
export const SIGN_IN_WAYS = {
  github: env.GITHUB_ID !== undefined,
  email: env.EMAIL_SERVER !== undefined,
};

/** How long a reader may take at GitHub. */
const AWAY_SECONDS = 15 * 60;

/** next-auth's settings: sessions are signed tokens, because passwords need that; roles are read from the database each time. */
export function authOptions(): AuthOptions {
  const away = { ...COOKIE_OPTIONS, maxAge: AWAY_SECONDS };
  return {
    secret: requireEnv("NEXTAUTH_SECRET"),
    adapter: frugalAdapter(),
    session: { strategy: "jwt", maxAge: env.SESSION_SECONDS },
    jwt: { maxAge: env.SESSION_SECONDS, encode, decode: decodeLive },
    pages: {
      signIn: "/sign-in?from=auth",
      signOut: "/account",
      error: "/sign-in",
      verifyRequest: "/sign-in?notice=mail_sent",
    },
    cookies: {
      sessionToken: { name: SESSION_COOKIE, options: COOKIE_OPTIONS },
      csrfToken: { name: CSRF_COOKIE, options: COOKIE_OPTIONS },
      callbackUrl: { name: CALLBACK_COOKIE, options: COOKIE_OPTIONS },
      state: { name: cookieName("polyduel_state"), options: away },
      pkceCodeVerifier: { name: cookieName("polyduel_pkce"), options: away },
    },
    providers: [passwordProvider(), ...gitHubProviders(), ...mailProviders()],
    callbacks: {
      redirect: ({ url, baseUrl }) => `${baseUrl}${ownPath(url, baseUrl) ?? "/account"}`,
      jwt: ({ token, user }) => (user ? sessionTokenOf(user.id) : token),
      signIn: async ({ account, email }) => {
        if (!account || !email?.verificationRequest) return true;
        const subject = account.providerAccountId;
        const network = await requestNetwork();
        const { until } = await takeAttempt({ kind: "mail", subject, network });
        return until
          ? `/sign-in?error=${encodeURIComponent(throttledText("mail_throttled", until))}`
          : true;
      },
    },
    events: {
      signIn: ({ user }) => adoptVoter(user.id),
      signOut: forgetVoter,
    },
    logger: {
      // Sessions end; that is nothing to be told of.
      error: (code, { message }) =>
        logger[code === "JWT_SESSION_ERROR" ? "debug" : "warn"]({ code, message }, "sign-in"),
      warn: (code) => logger.debug({ code }, "sign-in"),
      debug: () => undefined,
    },
  };
}

/** Keeps who somebody is on the other site and none of the keys that would let us act there, and no links that are over. */
function frugalAdapter(): Adapter {
  // next-auth's types and Prisma's own are at odds about ids alone.
  const adapter = PrismaAdapter(db as never) as Adapter;
  return {
    ...adapter,
    createUser: async ({ name, email, emailVerified }: Omit<AdapterUser, "id">) => {
      // By the clock that dates sessions too, so that the first one is not from before.
      const sessionsFrom = new Date();
      const data = { name: name ?? null, email: email ?? null, emailVerified, sessionsFrom };
      const { id } = await db.user.create({ data, select: { id: true } });
      return { id, name, email, emailVerified };
    },
    linkAccount: (account: AdapterAccount) => addSite(account),
    createVerificationToken: async (data: VerificationToken) => {
      await db.verificationToken.deleteMany({ where: { expires: { lt: new Date() } } });
      await db.verificationToken.create({ data });
      return data;
    },
  };
}

function passwordProvider() {
  return CredentialsProvider({
    id: "password",
    name: "Password",
    credentials: { email: { type: "email" }, password: { type: "password" } },
    authorize: async (credentials) => {
      try {
        return await signInWithPassword({
          email: emailSchema.safeParse(credentials?.email).data ?? null,
          password: credentials?.password ?? "",
          network: await requestNetwork(),
        });
      } catch (error) {
        // next-auth puts an error's message into the address of the page.
        const problem = error instanceof AppError ? error.details.problem : undefined;
        if (typeof problem !== "string") logger.error({ error }, "sign-in");
        throw new Error(typeof problem === "string" ? problem : "failed");
      }
    },
  });
}

function gitHubProviders() {
  const { GITHUB_ID: clientId, GITHUB_SECRET: clientSecret, GITHUB_URL: baseUrl } = env;
  return clientId && clientSecret ? [gitHubProvider({ clientId, clientSecret, baseUrl })] : [];
}

function mailProviders() {
  const { EMAIL_SERVER: server, EMAIL_FROM: from } = env;
  if (!server || !from) return [];
  return [
    EmailProvider({
      ...{ server, from },
      maxAge: MAIL_LINK_SECONDS,
      normalizeIdentifier: (address) => emailSchema.parse(address),
      sendVerificationRequest: ({ identifier, url }) =>
        sendSignInMail({ to: identifier, from, server, url }),
    }),
  ];
}
