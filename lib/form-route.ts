import "server-only";
import * as z from "zod";
import { requireSameOrigin } from "@/lib/access/same-origin";
import { AppError } from "@/lib/errors";
import { route } from "@/lib/http";
import { readBody } from "@/lib/request-body";

type FormRoute<Schema extends z.ZodType, Reader> = {
  /** Who may send it: throws for everybody else. */
  authorise: () => Promise<Reader>;
  schema: Schema;
  /** Does what the form is for, and returns the path of the page to go to. */
  handle: (form: z.infer<Schema>, reader: Reader) => Promise<string>;
  /** The path of the form's own page, which shows the problem that stands in its query as `error`. */
  pageOf: (sent: URLSearchParams) => string;
};

/**
 * A route for a form of ours. A browser without JavaScript is sent to the next page, or back with the problem; a script
 * gets `{ url }`, or a problem document whose `problem` says the same. Messages of the schema are names of problems.
 */
export function formRoute<Schema extends z.ZodType, Reader>(options: FormRoute<Schema, Reader>) {
  return route(async (request) => {
    requireSameOrigin(request.headers);
    const isNavigation = request.headers.get("accept")?.includes("text/html") ?? false;
    const sent = await readForm(request);
    try {
      const reader = await options.authorise();
      const url = await options.handle(parseForm(options.schema, sent), reader);
      return isNavigation ? seeOther(url) : Response.json({ url }, { headers: NO_STORE });
    } catch (error) {
      if (!isNavigation || !(error instanceof AppError)) throw error;
      const { problem = "failed" } = error.details;
      return seeOther(`${options.pageOf(sent)}?error=${encodeURIComponent(String(problem))}`);
    }
  });
}

const NO_STORE = { "cache-control": "no-store" };

async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
  if (type === undefined) return new URLSearchParams();
  if (type !== "application/x-www-form-urlencoded")
    throw new AppError("invalid_input", "Send the form as application/x-www-form-urlencoded");
  return new URLSearchParams(await readBody(request));
}

function parseForm<Schema extends z.ZodType>(
  schema: Schema,
  sent: URLSearchParams,
): z.infer<Schema> {
  const result = z.safeParse(schema, Object.fromEntries(sent));
  if (result.success) return result.data;
  const problem = result.error.issues[0]?.message;
  throw new AppError("invalid_input", "The form is not filled in right", { details: { problem } });
}

/** A relative address: behind a proxy nobody but the browser knows the whole one for sure. */
function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { ...NO_STORE, location: path } });
}
