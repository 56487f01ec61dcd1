import * as z from "zod";

/** An empty variable means an unset one, as in every .env file. */
const optionalText = z.preprocess(
  (value) => (value === "" ? undefined : value),
  z.string().optional(),
);

const seconds = (standard: number) =>
  z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.coerce
      .number("must be a number of seconds")
      .min(1, "must be at least 1 second")
      .max(86_400, "must be at most a day")
      .default(standard),
  );

const settings = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: z.coerce.number("must be a port number").int().min(1).max(65_535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default(".data"),
  DATABASE_URL: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z
      .url({
        protocol: /^postgres(?:ql)?$/,
        error: "must be postgresql://user:password@host:port/database",
      })
      .optional(),
  ),
  CRON_SECRET: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.string().min(16, "must be at least 16 characters").optional(),
  ),
  NEXTAUTH_URL: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.url({ protocol: /^https?$/, error: "must be as https://arena.example" }).optional(),
  ),
  NEXTAUTH_SECRET: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.string().min(16, "must be at least 16 characters").optional(),
  ),
  TRUSTED_PROXIES: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.coerce.number("must be a number of proxies").int().min(0).max(10).default(0),
  ),
  SESSION_SECONDS: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.coerce
      .number("must be a number of seconds")
      .int()
      .min(1)
      .default(14 * 86_400),
  ),
  GITHUB_ID: optionalText,
  GITHUB_SECRET: optionalText,
  GITHUB_URL: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.url().default("https://github.com"),
  ),
  EMAIL_SERVER: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.url({ protocol: /^smtps?$/, error: "must be smtp://user:password@host:port" }).optional(),
  ),
  EMAIL_FROM: optionalText,
  BLENDER_BIN: optionalText,
  BLENDER_ROOTFS: optionalText,
  SANDBOX: z.enum(["bwrap", "landlock", "none"]).default("bwrap"),
  SANDBOX_SCRATCH: optionalText,
  SCRIPT_TIMEOUT_SECONDS: seconds(240),
  EXPORT_TIMEOUT_SECONDS: seconds(180),
  CHROMIUM_PATH: optionalText,
  OPENAI_API_KEY: optionalText,
  ANTHROPIC_API_KEY: optionalText,
  GOOGLE_GENERATIVE_AI_API_KEY: optionalText,
  OPENROUTER_API_KEY: optionalText,
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

/** Links in mails and the way back from GitHub must not be made from a header that anybody may send. */
const schema = settings.superRefine((values, context) => {
  const refuse = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  const address = URL.canParse(values.NEXTAUTH_URL ?? "")
    ? new URL(values.NEXTAUTH_URL ?? "")
    : null;
  if (address && address.href !== `${address.origin}/`)
    refuse("NEXTAUTH_URL", "must be as https://arena.example, without a path");
  if ((values.GITHUB_ID === undefined) !== (values.GITHUB_SECRET === undefined))
    refuse("GITHUB_SECRET", "must be set together with GITHUB_ID");
  if ((values.EMAIL_SERVER === undefined) !== (values.EMAIL_FROM === undefined))
    refuse("EMAIL_FROM", "must be set together with EMAIL_SERVER");
  if ((values.GITHUB_ID || values.EMAIL_SERVER) && !values.NEXTAUTH_URL)
    refuse("NEXTAUTH_URL", "must be the public address, for sign-in by GitHub or e-mail");
});

export type Env = z.infer<typeof schema>;

/** A setting that is missing or wrong; its message says which and what it should be. */
export class SettingError extends Error {
  override readonly name = "SettingError";
}

/** Reads settings. Throws a `SettingError` with every bad variable's name and what it should be. */
export function parseEnv(values: Record<string, string | undefined>): Env {
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")} ${issue.message}`);
  throw new SettingError(`The environment is not usable:\n${lines.join("\n")}`);
}

/** The settings of this process, read once. */
export const env = parseEnv(process.env);

type NeededByServer = "DATABASE_URL" | "NEXTAUTH_SECRET" | "CRON_SECRET";

/** A setting that a server cannot run without; `npm start` sets all of them. Throws with the variable's name. */
export function requireEnv(name: NeededByServer): string {
  const value = env[name];
  if (!value)
    throw new Error(`${name} is not set: start with "npm start", or set it (see .env.example)`);
  return value;
}

const KEY_VARIABLE = /^[A-Z][A-Z0-9_]*_API_KEY$/;

/**
 * A model provider's key from a variable that the entrant file names, null when it is unset. Throws a
 * `SettingError` when the name is not one of a key, or the value could not be sent in a header.
 */
export function readApiKey(name: string): string | null {
  if (!KEY_VARIABLE.test(name))
    throw new SettingError(`${name} is not the name of a key: it must end in _API_KEY`);
  const key = process.env[name]?.trim();
  if (!key) return null;
  if (/[^\x21-\x7e]/.test(key))
    throw new SettingError(`${name} holds characters that no key has: blanks, or none of ASCII`);
  return key;
}

/** Names of the keys that this process's environment holds. */
export function listApiKeyVariables(): string[] {
  return Object.keys(process.env).filter((name) => KEY_VARIABLE.test(name) && process.env[name]);
}

/** This process's whole environment with some settings replaced: what a child process gets. */
export function childEnvironment(settings: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...settings };
}

/** Lets next-auth take its own address from each request where NEXTAUTH_URL does not name one. */
export function trustHostHeader(): void {
  if (!env.NEXTAUTH_URL) process.env.AUTH_TRUST_HOST = "1";
}

/** Whether readers reach this arena over https, as far as the settings say. */
export const isHttps = /^https:/i.test(env.NEXTAUTH_URL ?? "");
