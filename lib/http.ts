import * as z from "zod";
import { AppError } from "@/lib/errors";
import { readBody } from "@/lib/request-body";

type RouteContext<Params> = { params: Promise<Params> };
type Handler<Params> = (request: Request, context: RouteContext<Params>) => Promise<Response>;

/** Wraps a route so that it can throw: errors become RFC 9457 problem responses in one place. */
export function route<Params = Record<string, never>>(handler: Handler<Params>): Handler<Params> {
  return async (request, context) => {
    try {
      return await handler(request, context);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return problem(error);
    }
  };
}

/**
 * A request's JSON body, checked. A missing body counts as `{}` where the schema allows that.
 * Throws `not_json` when it is declared as something else, `invalid_input` when it does not fit, `too_large`.
 */
export async function readJson<Schema extends z.core.$ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const text = await readBody(request);
  const type = request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
  const isJson = type === "application/json" || type?.endsWith("+json");
  if (!isJson && (type !== undefined || text !== ""))
    throw new AppError("not_json", "Send the body as application/json");
  return parseOrThrow(schema, parseJson(text));
}

/** Checks a value against a schema. Throws `invalid_input` with what is wrong, field by field. */
export function parseOrThrow<Schema extends z.core.$ZodType>(
  schema: Schema,
  value: unknown,
): z.infer<Schema> {
  const result = z.safeParse(schema, value);
  if (!result.success) throw new AppError("invalid_input", z.prettifyError(result.error));
  return result.data;
}

function parseJson(text: string): unknown {
  if (text === "") return {};
  try {
    return JSON.parse(text, refuseNul);
  } catch {
    throw new AppError("invalid_input", "The body is not valid JSON");
  }
}

/** Postgres keeps no text with a NUL in it. */
function refuseNul(_key: string, value: unknown): unknown {
  if (typeof value === "string" && value.includes("\0")) throw new Error("a NUL in a text");
  return value;
}

function problem(error: AppError): Response {
  const headers = new Headers({
    "content-type": "application/problem+json",
    "cache-control": "no-store",
  });
  if (error.retryAfterSeconds !== undefined)
    headers.set("retry-after", String(error.retryAfterSeconds));
  const body = {
    type: `/problems/${error.code.replaceAll("_", "-")}`,
    title: error.message,
    status: error.status,
    ...error.details,
  };
  return Response.json(body, { status: error.status, headers });
}
