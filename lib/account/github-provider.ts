import "server-only";
import type { OAuthConfig } from "next-auth/providers/oauth";
import * as z from "zod";
import { emailSchema } from "@/lib/account/schema";

const PUBLIC_GITHUB = "https://github.com";
const TIMEOUT_MS = 10_000;

const userSchema = z
  .object({ id: z.number().int(), login: z.string(), name: z.string().nullish() })
  .transform(({ id, login, name }) => ({ id: String(id), name: name || login }));
const emailsSchema = z.array(
  z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }),
);

type GitHubProfile = z.infer<typeof userSchema> & { email?: string };

type GitHubSettings = { clientId: string; clientSecret: string; baseUrl: string };

/** Sign-in by github.com, or by a GitHub Enterprise server at `baseUrl`. */
export function gitHubProvider(settings: GitHubSettings): OAuthConfig<GitHubProfile> {
  const { clientId, clientSecret } = settings;
  const base = settings.baseUrl.replace(/\/+$/, "");
  const api = base === PUBLIC_GITHUB ? "https://api.github.com" : `${base}/api/v3`;
  return {
    id: "github",
    name: "GitHub",
    type: "oauth",
    ...{ clientId, clientSecret },
    issuer: `${base}/login/oauth`,
    authorization: {
      url: `${base}/login/oauth/authorize`,
      params: { scope: "read:user user:email" },
    },
    token: `${base}/login/oauth/access_token`,
    userinfo: {
      url: `${api}/user`,
      request: ({ tokens }) => readProfile(api, tokens.access_token ?? ""),
    },
    checks: ["state", "pkce"],
    httpOptions: { timeout: TIMEOUT_MS },
    profile: ({ id, name, email }) => ({ id, name, email }),
  };
}

/**
 * Who signed in, with the address that GitHub has verified to be theirs, if any. One that anybody may type there would
 * let them have the account that an invitation to it makes.
 */
async function readProfile(api: string, accessToken: string): Promise<GitHubProfile> {
  const read = async (path: string) => {
    const response = await fetch(`${api}${path}`, {
      headers: { authorization: `Bearer ${accessToken}`, accept: "application/vnd.github+json" },
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`GitHub answered ${response.status} for ${path}`);
    return response.json();
  };
  const [user, emails] = await Promise.all([read("/user"), read("/user/emails")]);
  const main = emailsSchema.parse(emails).find(({ primary, verified }) => primary && verified);
  return { ...userSchema.parse(user), email: emailSchema.safeParse(main?.email).data };
}
