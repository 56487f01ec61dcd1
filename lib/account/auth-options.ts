import "server-only";
import { PrismaAdapter } from "@next-auth/prisma-adapter";
import type { AuthOptions } from "next-auth";
import type { Adapter, AdapterAccount } from "next-auth/adapters";
import CredentialsProvider from "next-auth/providers/credentials";
import EmailProvider from "next-auth/providers/email";
import GitHubProvider from "next-auth/providers/github";
import { clientAddress, networkOf } from "@/lib/access/client-address";
import { signInWithPassword } from "@/lib/account/password-sign-in";
import { emailSchema } from "@/lib/account/schema";
import { COOKIE_OPTIONS, cookieName } from "@/lib/account/session-cookie";
import { db } from "@/lib/db";
import { env, requireEnv } from "@/lib/env";
import { linkVoter } from "@/lib/voter/mutations";
import { getVoterId } from "@/lib/voter/session";

const PUBLIC_GITHUB = "https://github.com";

/** Which ways to sign in this arena offers. */
export const SIGN_IN_WAYS = {
  github: env.GITHUB_ID !== undefined,
  email: env.EMAIL_SERVER !== undefined,
};

/** next-auth's settings: sessions are signed tokens, because passwords need that; roles are read from the database each time. */
export function authOptions(): AuthOptions {
  return {
    secret: requireEnv("NEXTAUTH_SECRET"),
    adapter: frugalAdapter(),
    session: { strategy: "jwt", maxAge: env.SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in", verifyRequest: "/sign-in?sent=1" },
    cookies: {
      sessionToken: { name: cookieName("polyduel_session"), options: COOKIE_OPTIONS },
      csrfToken: { name: cookieName("polyduel_csrf"), options: COOKIE_OPTIONS },
      callbackUrl: { name: cookieName("polyduel_callback"), options: COOKIE_OPTIONS },
      state: { name: cookieName("polyduel_state"), options: { ...COOKIE_OPTIONS, maxAge: 900 } },
      pkceCodeVerifier: {
        name: cookieName("polyduel_pkce"),
        options: { ...COOKIE_OPTIONS, maxAge: 900 },
      },
    },
    providers: [passwordProvider(), ...githubProviders(), ...emailProviders()],
    callbacks: {
      session: ({ session, token }) => ({
        ...session,
        userId: token.sub ?? "",
        issuedAt: typeof token.signedInAt === "number" ? token.signedInAt : 0,
      }),
      // next-auth renews `iat` whenever it renews the cookie; this one stays what it was at the sign-in.
      jwt: ({ token, user }) => (user ? { sub: user.id, signedInAt: Date.now() } : token),
    },
    events: {
      signIn: async ({ user }) => linkVoter({ userId: user.id, voterId: await getVoterId() }),
    },
  };
}

/** Keeps who somebody is on the other site, and none of the keys that would let us act there. */
function frugalAdapter(): Adapter {
  const adapter = PrismaAdapter(db as never) as Adapter;
  return {
    ...adapter,
    linkAccount: async ({ userId, type, provider, providerAccountId }: AdapterAccount) => {
      await adapter.linkAccount?.({ userId, type, provider, providerAccountId });
    },
    createUser: async (user: Parameters<NonNullable<Adapter["createUser"]>>[0]) => {
      if (!adapter.createUser) throw new Error("the adapter makes no users");
      return adapter.createUser({ ...user, email: user.email?.toLowerCase() ?? null } as never);
    },
  };
}

function passwordProvider() {
  return CredentialsProvider({
    id: "password",
    name: "Password",
    credentials: { email: { type: "email" }, password: { type: "password" } },
    authorize: (credentials, request) => {
      const read = (name: string) => {
        const value: unknown = request.headers?.[name];
        return typeof value === "string" ? value : null;
      };
      return signInWithPassword({
        email: emailSchema.safeParse(credentials?.email).data ?? null,
        password: credentials?.password ?? "",
        network: networkOf(clientAddress(read, env.TRUSTED_PROXIES)),
      });
    },
  });
}

/** github.com, or a GitHub Enterprise server at GITHUB_URL. */
function githubProviders() {
  if (!env.GITHUB_ID || !env.GITHUB_SECRET) return [];
  const base = env.GITHUB_URL.replace(/\/$/, "");
  const api = base === PUBLIC_GITHUB ? "https://api.github.com" : `${base}/api/v3`;
  return [
    GitHubProvider({
      clientId: env.GITHUB_ID,
      clientSecret: env.GITHUB_SECRET,
      authorization: {
        url: `${base}/login/oauth/authorize`,
        params: { scope: "read:user user:email" },
      },
      token: `${base}/login/oauth/access_token`,
      userinfo: { url: `${api}/user` },
    }),
  ];
}

function emailProviders() {
  if (!env.EMAIL_SERVER || !env.EMAIL_FROM) return [];
  return [
    EmailProvider({
      server: env.EMAIL_SERVER,
      from: env.EMAIL_FROM,
      maxAge: 15 * 60,
      normalizeIdentifier: (address) => emailSchema.parse(address),
    }),
  ];
}
