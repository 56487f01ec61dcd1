import "server-only";
import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";
import { PEER_HEADER } from "@/lib/access/client-address";

/**
 * From now on every request of this process carries its connection's address in a header: handlers of Next see headers
 * alone, and X-Forwarded-For is whatever the client likes unless a proxy of ours wrote it.
 */
export function notePeers(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request?: unknown };
    if (request instanceof IncomingMessage)
      request.headers[PEER_HEADER] = request.socket.remoteAddress ?? "unknown";
  });
}
