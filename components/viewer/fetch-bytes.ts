import { DECODED_SIZE_HEADER } from "@/lib/creation/decoded-size";

/** The server answered, and it was not the file. */
export class FetchRefused extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`The server answered ${status}.`);
    this.name = "FetchRefused";
    this.status = status;
  }
}

export type Progress = {
  received: number;
  /** Null when the server did not say. */
  total: number | null;
};

type FetchOptions = { signal: AbortSignal; onProgress: (progress: Progress) => void };

/** Fetches a file and reports its bytes as they come. Low priority: posters go first. */
export async function fetchBytes(
  url: string,
  { signal, onProgress }: FetchOptions,
): Promise<ArrayBuffer> {
  const response = await fetch(url, { signal, priority: "low" });
  if (!response.ok) throw new FetchRefused(response.status);
  if (!response.body) return response.arrayBuffer();

  const length = Number(response.headers.get(DECODED_SIZE_HEADER));
  const total = length > 0 ? length : null;
  const chunks: Uint8Array[] = [];
  let received = 0;
  const reader = response.body.getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    chunks.push(step.value);
    received += step.value.byteLength;
    onProgress({ received, total });
  }
  return join(chunks, received);
}

function join(chunks: Uint8Array[], length: number): ArrayBuffer {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes.buffer;
}
