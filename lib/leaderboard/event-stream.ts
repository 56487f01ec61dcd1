import "server-only";
import { getBroadcast } from "@/lib/leaderboard/broadcast";

/** Proxies cut connections that are silent for longer. */
const HEARTBEAT_MS = 15_000;

/** What a browser waits before it connects again after a lost connection. */
const RETRY_MS = 1_000;

/** A reader this many messages behind is let go; it comes back and gets the current state. */
const MAX_WAITING_MESSAGES = 64;

/**
 * One reader's server-sent events of a board, until `signal` aborts or the reader goes away.
 * Null when there is no such board.
 */
export async function openSnapshotStream(
  board: string,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | null> {
  const reader = createReader();
  const leave = await getBroadcast().subscribe(board, (event, id) =>
    reader.send(`id: ${id}\nevent: snapshot\ndata: ${event}\n\n`),
  );
  if (!leave) return null;
  const heartbeat = setInterval(() => reader.send(": alive\n\n"), HEARTBEAT_MS);
  reader.onEnd(() => {
    clearInterval(heartbeat);
    leave();
  });
  if (signal.aborted) reader.end();
  signal.addEventListener("abort", () => reader.end(), { once: true });
  return reader.stream;
}

type Reader = {
  stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Does nothing once the reader is gone. */
  send: (text: string) => void;
  end: () => void;
  onEnd: (listener: () => void) => void;
};

function createReader(): Reader {
  const encoder = new TextEncoder();
  const ended = new AbortController();
  let controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (own) => {
      controller = own;
    },
    cancel: () => ended.abort(),
  });
  const end = () => {
    if (ended.signal.aborted) return;
    ended.abort();
    controller?.close();
  };
  const send = (text: string) => {
    if (ended.signal.aborted) return;
    controller?.enqueue(encoder.encode(text));
    if ((controller?.desiredSize ?? 0) < -MAX_WAITING_MESSAGES) end();
  };
  send(`retry: ${RETRY_MS}\n\n`);
  return {
    stream,
    send,
    end,
    onEnd: (listener) => {
      if (ended.signal.aborted) listener();
      else ended.signal.addEventListener("abort", listener, { once: true });
    },
  };
}
