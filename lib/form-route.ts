import "server-only";
import * as z from "zod";
import { requireSameOrigin } from "@/lib/access/same-origin";
import { AppError } from "@/lib/errors";
import { route } from "@/lib/http";

type FormRoute<Schema extends z.ZodType> = {
  schema: Schema;
  /** Does what the form is for, and returns the path of the page to go to. */
  handle: (form: z.infer<Schema>) => Promise<string>;
  /** The path of the form's own page, which shows the problem that stands in its query as `error`. */
  pageOf: (sent: FormData) => string;
};

/**
 * A route for a form of ours. A browser without JavaScript is sent to the next page, or back with the problem; a script
 * gets `{ url }`, or a problem document whose `problem` says the same. Messages of the schema are names of problems.
 */
export function formRoute<Schema extends z.ZodType>(options: FormRoute<Schema>) {
  return route(async (request) => {
    requireSameOrigin(request.headers);
    const sent = await readForm(request);
    const isNavigation = request.headers.get("accept")?.includes("text/html") ?? false;
    try {
      const url = await options.handle(parseForm(options.schema, sent));
      return isNavigation ? seeOther(url) : Response.json({ url }, { headers: NO_STORE });
    } catch (error) {
      const problem = error instanceof AppError ? error.details.problem : undefined;
      if (!isNavigation || typeof problem !== "string") throw error;
      const page = options.pageOf(sent);
      return seeOther(`${page}?error=${encodeURIComponent(problem)}`);
    }
  });
}

const NO_STORE = { "cache-control": "no-store" };

async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded")
    throw new AppError("invalid_input", "Send the form as application/x-www-form-urlencoded");
  return request.formData();
}

function parseForm<Schema extends z.ZodType>(schema: Schema, sent: FormData): z.infer<Schema> {
  const result = z.safeParse(schema, Object.fromEntries(sent));
  if (result.success) return result.data;
  const problem = result.error.issues[0]?.message;
  throw new AppError("invalid_input", "The form is not filled in right", { details: { problem } });
}

/** A relative address: behind a proxy nobody but the browser knows the whole one for sure. */
function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { ...NO_STORE, location: path } });
}
