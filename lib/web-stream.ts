import { Readable } from "node:stream";

/** A Node stream as a response body. Node's type for web streams and the DOM's differ in name only. */
export function toWebStream(readable: Readable): ReadableStream<Uint8Array<ArrayBuffer>> {
  return Readable.toWeb(readable) as ReadableStream<Uint8Array<ArrayBuffer>>;
}
