import { once } from "node:events";
import { createServer, request } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { clientAddress } from "@/lib/access/client-address";
import { notePeers } from "@/lib/access/note-peers";

/** What a handler takes for the client's address, over a real connection. */
async function askFrom(localAddress: string, headers: Record<string, string>, proxies: number) {
  const server = createServer((incoming, response) => {
    const read = (name: string) => {
      const value = incoming.headers[name];
      return typeof value === "string" ? value : null;
    };
    response.end(clientAddress(read, proxies));
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  const outgoing = request({ host: "127.0.0.1", port, localAddress, headers }).end();
  const [response] = await once(outgoing, "response");
  let text = "";
  for await (const chunk of response) text += chunk;
  return text;
}

test("a client is who its connection says, whatever headers it sends", async () => {
  notePeers();
  const lies = { "x-forwarded-for": "203.0.113.9", "x-polyduel-peer": "203.0.113.9" };
  expect(await askFrom("127.0.0.1", lies, 0)).toBe("127.0.0.1");
  expect(await askFrom("127.8.8.8", lies, 0)).toBe("127.8.8.8");
});

test("one trusted proxy's own entry is taken, and none before it", async () => {
  notePeers();
  const headers = { "x-forwarded-for": "6.6.6.6, 203.0.113.9", "x-polyduel-peer": "6.6.6.6" };
  expect(await askFrom("127.0.0.1", headers, 1)).toBe("203.0.113.9");
  expect(await askFrom("127.0.0.1", { "x-polyduel-peer": "6.6.6.6" }, 1)).toBe("127.0.0.1");
});
