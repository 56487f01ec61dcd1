import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";

/** Far more than any reply: 65,536 tokens are about 0.3 MB. */
const MAX_BODY_BYTES = 16 * 2 ** 20;
/** Keeps a connection alive through routers while a model thinks. */
const TCP_KEEPALIVE_MS = 30_000;
const BODYLESS = new Set([204, 205, 304]);

/**
 * fetch for slow models. Node's own gives up when no header came for 300 s, whatever the signal says, and a model
 * that thinks sends none until it has answered. Also: no redirects, which would carry keys elsewhere, and no
 * body above 16 MiB.
 */
export const patientFetch: typeof fetch = async (input, init = {}) => {
  const url = new URL(input instanceof Request ? input.url : input);
  const { method = "GET", body, signal } = init;
  if (body != null && typeof body !== "string") throw new TypeError("Only text can be sent");
  const send = url.protocol === "http:" ? requestHttp : requestHttps;
  const headers = Object.fromEntries(new Headers(init.headers));
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = send(url, { method, headers, agent: false, signal: signal ?? undefined });
    request.setSocketKeepAlive(true, TCP_KEEPALIVE_MS);
    request.on("response", resolve);
    request.on("error", reject);
    request.end(body ?? undefined);
  });
  const { statusCode = 500, statusMessage = "" } = response;
  const bytes = await readBody(response);
  return new Response(BODYLESS.has(statusCode) ? null : new Uint8Array(bytes), {
    status: statusCode,
    statusText: statusMessage,
    headers: toHeaders(response),
  });
};

async function readBody(response: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of response) {
    size += piece.length;
    if (size > MAX_BODY_BYTES) {
      response.destroy();
      throw Object.assign(new Error("The answer is larger than 16 MiB"), { code: "TOO_LARGE" });
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function toHeaders(response: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(response.headers))
    if (value !== undefined) headers.set(name, String(value));
  return headers;
}
