import type { GateLimits } from "@/lib/generation/gate/gate-limits";
import { refuse } from "@/lib/generation/gate/gate-refusal";

const MAGIC = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;
const BIN_CHUNK = 0x004e4942;
const HEADER_BYTES = 12;
const CHUNK_HEADER_BYTES = 8;

export type GlbChunks = {
  json: Uint8Array;
  /** Starts at a multiple of four of its buffer, so that typed arrays fit on it. */
  bin: Uint8Array;
};

/**
 * Splits a GLB into its JSON and its binary chunk: exactly these, in this order, filling the file.
 * Other chunks are legal glTF but nothing that we or Blender write.
 */
export function readGlbChunks(file: Uint8Array, limits: GateLimits): GlbChunks {
  if (file.byteLength > limits.fileBytes)
    refuse("limit", `the file has ${file.byteLength} bytes, more than ${limits.fileBytes}`);
  if (file.byteLength < HEADER_BYTES + CHUNK_HEADER_BYTES) refuse("container", "truncated header");
  // Not slice(): a Buffer's shares its memory.
  const bytes = file.byteOffset % 4 === 0 ? file : new Uint8Array(file);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC) refuse("container", "not a GLB");
  if (view.getUint32(4, true) !== 2) refuse("container", "not glTF 2");
  if (view.getUint32(8, true) !== bytes.byteLength)
    refuse("container", "the header's length is not the file's");

  const json = readChunk(bytes, view, HEADER_BYTES);
  if (json.type !== JSON_CHUNK) refuse("container", "the first chunk is not JSON");
  if (json.data.byteLength > limits.jsonBytes) refuse("limit", "the JSON chunk is too long");
  if (json.end === bytes.byteLength) return { json: json.data, bin: bytes.subarray(json.end) };

  const bin = readChunk(bytes, view, json.end);
  if (bin.type !== BIN_CHUNK) refuse("container", "the second chunk is not binary");
  if (bin.end !== bytes.byteLength) refuse("container", "data after the binary chunk");
  return { json: json.data, bin: bin.data };
}

function readChunk(bytes: Uint8Array, view: DataView, at: number) {
  if (at + CHUNK_HEADER_BYTES > bytes.byteLength) refuse("container", "truncated chunk header");
  const length = view.getUint32(at, true);
  const type = view.getUint32(at + 4, true);
  const start = at + CHUNK_HEADER_BYTES;
  const end = start + length;
  if (end > bytes.byteLength) refuse("container", "a chunk is longer than the file");
  if (length % 4 !== 0) refuse("container", "a chunk's length is not a multiple of four");
  return { type, data: bytes.subarray(start, end), end };
}
