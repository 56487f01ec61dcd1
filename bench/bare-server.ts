import { once } from "node:events";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** Serves the bare page with whichever two objects it was given last. */
export type BareServer = {
  url: string;
  show: (left: Buffer, right: Buffer) => void;
  close: () => void;
};

const PAGE =
  '<!doctype html><title>bare</title><body><script type="module" src="/page.js"></script>';

/** Starts the server; its script is bundled, minified and compressed like that of the arena. */
export async function startBareServer(): Promise<BareServer> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("./bare-page.ts", import.meta.url))],
    ...{ bundle: true, write: false, minify: true, format: "esm", target: "es2022" },
    logLevel: "silent",
  });
  const script = gzipSync(outputFiles[0]?.contents ?? new Uint8Array());
  const files = new Map<string, { type: string; body: Buffer; encoding?: string }>([
    ["/", { type: "text/html", body: Buffer.from(PAGE) }],
    ["/page.js", { type: "text/javascript", body: script, encoding: "gzip" }],
  ]);
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? "");
    if (!file) return response.writeHead(404).end();
    const encoding = file.encoding ? { "content-encoding": file.encoding } : {};
    response.writeHead(200, { "content-type": file.type, ...encoding }).end(file.body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (!address || typeof address !== "object") throw new Error("no address");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    show(left, right) {
      files.set("/left.glb", { type: "model/gltf-binary", body: left });
      files.set("/right.glb", { type: "model/gltf-binary", body: right });
    },
    close: () => server.close(),
  };
}
