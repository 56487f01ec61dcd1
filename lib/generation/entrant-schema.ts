import * as z from "zod";
import { THINKING_LEVELS, thinkingProblem } from "@/lib/generation/providers/thinking";
import { VIEW_AZIMUTHS_DEGREES } from "@/lib/viewer/framing";

export const STRATEGIES = ["single", "error-feedback", "self-critique"] as const;

const DEFAULT_ATTEMPTS = 3;
const MOST_ATTEMPTS = 10;
const MOST_CRITIQUES = 2;

const slug = z
  .string('must be a slug in quotes or letters, such as "gpt-5-5-low"')
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be a slug: a-z, 0-9 and single hyphens");
const name = z.string("must be a name").trim().min(1, "must not be empty").max(120);
const modelId = z
  .string("must be the provider's name of the model, in quotes")
  .trim()
  .min(1)
  .max(200);
const keyVariable = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*_API_KEY$/, "must be a variable's name that ends in _API_KEY");
const usd = z.number("must be US dollars").nonnegative("must not be negative");

const hosted = { id: modelId, name, apiKeyVariable: keyVariable.optional() };

const model = z.discriminatedUnion(
  "provider",
  [
    z.strictObject({ provider: z.literal("openai"), ...hosted }),
    z.strictObject({ provider: z.literal("anthropic"), ...hosted }),
    z.strictObject({ provider: z.literal("google"), ...hosted }),
    z.strictObject({ provider: z.literal("openrouter"), ...hosted }),
    z.strictObject({
      provider: z.literal("openai-compatible"),
      ...hosted,
      baseUrl: z
        .url({
          protocol: /^https?$/,
          error: "must be an address such as http://127.0.0.1:11434/v1",
        })
        .refine((url) => !/^https?:\/\/[^/]*@/.test(url), "must hold no user and password"),
    }),
    z.strictObject({
      provider: z.literal("replay"),
      id: modelId,
      name,
      /** A path template, or a .jsonl of published model logs. */
      scripts: z
        .string()
        .min(1)
        .regex(/\{source\}|\{prompt\}|\.jsonl$/, {
          error: "must be a .jsonl file or hold {source} or {prompt}",
        }),
      /** Columns of a .jsonl and what they must say. */
      filter: z.record(z.string(), z.string("must be text, in quotes")).default({}),
    }),
  ],
  {
    error:
      "must name a provider: openai, anthropic, google, openrouter, openai-compatible or replay",
  },
);

/** A number n is the first n of the four views; a list says which. */
const views = z
  .union(
    [
      z.int().min(1).max(VIEW_AZIMUTHS_DEGREES.length),
      z.array(z.literal(VIEW_AZIMUTHS_DEGREES)).min(1),
    ],
    { error: "must be 1 to 4, or a list of 45, 135, 225, 315" },
  )
  .transform((chosen) =>
    VIEW_AZIMUTHS_DEGREES.filter((azimuth, n) =>
      typeof chosen === "number" ? n < chosen : chosen.includes(azimuth),
    ),
  );

const fields = z.strictObject({
  slug,
  name,
  kind: z.enum(["model", "human", "neural", "sample"]).default("model"),
  model,
  strategy: z.enum(STRATEGIES).default("single"),
  attempts: z.int().min(1).max(MOST_ATTEMPTS, `must be at most ${MOST_ATTEMPTS}`).optional(),
  critiqueRounds: z.int().min(1).max(MOST_CRITIQUES, `must be 1 or ${MOST_CRITIQUES}`).optional(),
  /** Null leaves it to the provider: nothing about it is sent. */
  thinking: z.enum(THINKING_LEVELS).nullable().default(null),
  promptStyle: z.enum(["description", "instruction"]).default("description"),
  views: views.default([...VIEW_AZIMUTHS_DEGREES]),
  /** Null sends none, for models that refuse it. */
  temperature: z.number().min(0).max(2).nullable().default(0.7),
  maxOutputTokens: z.int().min(256).max(1_000_000).default(65_536),
  timeoutSeconds: z.number().positive().max(7200).default(600),
  requestsPerMinute: z.number().positive().nullable().default(null),
  price: z
    .strictObject({
      inputPerMillion: usd,
      outputPerMillion: usd,
      cachedInputPerMillion: usd.optional(),
    })
    .nullable()
    .default(null),
  blender: z
    .string('must be the start of a version in quotes, such as "5.0"')
    .regex(/^\d+(?:\.\d+){0,2}$/, 'must be the start of a version, such as "5.0"')
    .nullable()
    .default(null),
});

/** A price of tokens in US dollars per million. */
export type Price = NonNullable<z.infer<typeof fields>["price"]>;

const entrant = fields
  .superRefine(({ strategy, attempts, critiqueRounds, thinking, model: asked }, context) => {
    const refuse = (key: string, message: string) =>
      context.addIssue({ code: "custom", path: [key], message });
    if (strategy === "single" && attempts && attempts > 1)
      refuse("attempts", "must be 1 with strategy single: error-feedback makes more");
    if (strategy !== "self-critique" && critiqueRounds)
      refuse("critiqueRounds", "belongs to strategy self-critique");
    const problem = thinkingProblem(asked, thinking);
    if (problem) refuse("thinking", problem);
  })
  .transform(({ attempts, critiqueRounds, ...rest }) => ({
    ...rest,
    attempts: attempts ?? (rest.strategy === "single" ? 1 : DEFAULT_ATTEMPTS),
    critiqueRounds: rest.strategy === "self-critique" ? (critiqueRounds ?? MOST_CRITIQUES) : 0,
  }));

/** An entrant as the file says it, with its defaults. */
export type FileEntrant = z.infer<typeof entrant>;

/** What a YAML file of entrants may hold. */
export const entrantFileSchema = z.strictObject(
  {
    entrants: z
      .array(entrant, "must be a list of entrants")
      .min(1, "must name at least one")
      .superRefine((entrants, context) => {
        const seen = new Map<string, number>();
        entrants.forEach(({ slug: one }, n) => {
          const first = seen.get(one);
          if (first === undefined) seen.set(one, n);
          else
            context.addIssue({
              code: "custom",
              path: [n, "slug"],
              message: `"${one}" is taken by entrants[${first}]`,
            });
        });
      }),
  },
  { error: (issue) => (issue.code === "invalid_type" ? "must hold a list `entrants`" : undefined) },
);
