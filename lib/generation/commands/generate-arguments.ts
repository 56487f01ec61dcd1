import { parseArgs } from "node:util";
import * as z from "zod";
import { TRACK_SLUGS } from "@/lib/generation/tracks";

export const GENERATE_USAGE = `Usage: npm run generate -- --entrants a,b|all --prompts x,y|all|file.jsonl [options]
       npm run generate -- --status
       npm run generate -- prompts import <file.jsonl|folder> [--render]
       npm run generate -- blender fetch [--suite sid] [--directory D] [--mirror URL]
       npm run generate -- samples [--only <prompt>/<entrant>] [--check]

Making creations: prompt → model → script → sandboxed Blender → checked GLB
  --entrants     slugs of entrants in the entrant file, or all
  --prompts      slugs of prompts in the database, or all, or a file to import first
  --file         the entrant file (default entrants.yaml; see entrants.example.yaml)
  --track        ${TRACK_SLUGS.join(" | ")} (default ${TRACK_SLUGS[0]})
  --replicates   creations of each entrant for each prompt (default 1)
  --attempts     replaces the entrants' own number of attempts
  --concurrency  creations in the making at the same time (default 4)
  --max-cost     starts nothing more once this many dollars were spent
  --dry-run      says what it would make and what that may cost, and stops
  --enqueue      puts the work on the queue, for any number of npm run worker
  --status       shows the queue

prompts import   takes prompts in 3DCodeBench's layout; --render draws the four reference views
blender fetch    makes a folder with a current Blender from Debian, for BLENDER_ROOTFS
samples          bakes the built-in samples; --check bakes without writing and compares`;

/** Arguments that cannot be used; the message says which and why. */
export class ArgumentError extends Error {
  override readonly name = "ArgumentError";
}

const list = z
  .string()
  .transform((text) =>
    text
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .refine((parts) => parts.length > 0, "must name at least one");
const count = (most: number) =>
  z.coerce
    .number("must be a number")
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .max(most, `must be at most ${most}`);

const makeSchema = z.strictObject({
  entrants: list,
  prompts: list,
  file: z.string().min(1).default("entrants.yaml"),
  track: z.enum(TRACK_SLUGS, `must be ${TRACK_SLUGS.join(" or ")}`).default("text-to-3d"),
  replicates: count(100).default(1),
  attempts: count(10).optional(),
  concurrency: count(256).default(4),
  "max-cost": z.coerce.number("must be dollars").positive("must be above 0").optional(),
  "dry-run": z.boolean().default(false),
  enqueue: z.boolean().default(false),
});
const statusSchema = z.strictObject({ status: z.literal(true) });
const importSchema = z.strictObject({ render: z.boolean().default(false) });
const fetchSchema = z.strictObject({
  suite: z
    .string()
    .regex(/^[a-z]+$/, "must be a Debian release such as sid")
    .default("sid"),
  directory: z.string().min(1).optional(),
  mirror: z.url({ protocol: /^https?$/, error: "must be an http address" }).optional(),
});
const samplesSchema = z.strictObject({
  only: z
    .string()
    .regex(/^[^/]+\/[^/]+$/, "must be <prompt>/<entrant>")
    .default("*/*"),
  check: z.boolean().default(false),
});

export type MakeArguments = z.infer<typeof makeSchema>;
export type FetchArguments = z.infer<typeof fetchSchema>;
export type SamplesArguments = z.infer<typeof samplesSchema>;

export type GenerateCommand =
  | { name: "help" }
  | { name: "make"; options: MakeArguments }
  | { name: "status" }
  | { name: "import-prompts"; path: string; render: boolean }
  | { name: "fetch-blender"; options: FetchArguments }
  | { name: "samples"; options: SamplesArguments };

/** What `npm run generate` is asked to do. Throws an `ArgumentError`. */
export function parseGenerateArguments(argv: readonly string[]): GenerateCommand {
  const { positionals, values } = split(argv);
  if (values.help || (argv.length === 0 && positionals.length === 0)) return { name: "help" };
  const [first, second, ...rest] = positionals;
  if (first === "samples" && !second)
    return { name: "samples", options: check(samplesSchema, values) };
  if (first === "prompts" && second === "import") {
    const [path, ...more] = rest;
    if (!path || more.length > 0)
      throw new ArgumentError("prompts import takes one file or folder.");
    return { name: "import-prompts", path, ...check(importSchema, values) };
  }
  if (first === "blender" && second === "fetch" && rest.length === 0)
    return { name: "fetch-blender", options: check(fetchSchema, values) };
  if (first !== undefined) throw new ArgumentError(`There is no ${positionals.join(" ")}.`);
  if (values.status) {
    check(statusSchema, values);
    return { name: "status" };
  }
  return { name: "make", options: check(makeSchema, values) };
}

function split(argv: readonly string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        ...{ entrants: text, prompts: text, file: text, track: text, replicates: text },
        ...{ attempts: text, concurrency: text, "max-cost": text, "dry-run": flag },
        ...{ enqueue: flag, status: flag, render: flag, suite: text, directory: text },
        ...{ mirror: text, only: text, check: flag, help: { ...flag, short: "h" } },
      },
    });
  } catch (error) {
    throw new ArgumentError(error instanceof Error ? error.message : String(error));
  }
}

function check<Schema extends z.ZodType>(schema: Schema, values: object): z.infer<Schema> {
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => `--${key} does not belong here.`);
    const name = `--${issue.path.join(".")}`;
    return issue.path.every((part) => !(part in values))
      ? `${name} is missing.`
      : `${name} ${issue.message}.`;
  });
  throw new ArgumentError(problems.join("\n"));
}
