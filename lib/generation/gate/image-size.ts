/** What an image's own header says of it. */
export type ImageSize = { mimeType: string; width: number; height: number };

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** JPEG's start-of-frame markers: C0 to CF but for C4 (tables), C8 (reserved) and CC (tables). */
const FRAME_MARKERS: ReadonlySet<number> = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf,
]);

/** Type and size of a PNG, JPEG or WebP, read from its header alone; null for anything else. */
export function readImageSize(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return readPng(bytes, view) ?? readJpeg(view) ?? readWebp(bytes, view);
}

function readPng(bytes: Uint8Array, view: DataView): ImageSize | null {
  if (bytes.length < 33 || PNG_SIGNATURE.some((byte, at) => bytes[at] !== byte)) return null;
  if (text(bytes, 12) !== "IHDR") return null;
  return { mimeType: "image/png", width: view.getUint32(16), height: view.getUint32(20) };
}

function readJpeg(view: DataView): ImageSize | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (FRAME_MARKERS.has(marker)) {
      const size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
      return { mimeType: "image/jpeg", ...size };
    }
    // 0xff may be repeated as padding before a marker.
    at += marker === 0xff ? 1 : 2 + Math.max(2, view.getUint16(at + 2));
  }
  return null;
}

function readWebp(bytes: Uint8Array, view: DataView): ImageSize | null {
  if (bytes.length < 30 || text(bytes, 0) !== "RIFF" || text(bytes, 8) !== "WEBP") return null;
  const mimeType = "image/webp";
  const kind = text(bytes, 12);
  if (kind === "VP8 ") {
    const width = view.getUint16(26, true) & 0x3fff;
    return { mimeType, width, height: view.getUint16(28, true) & 0x3fff };
  }
  if (kind === "VP8L") {
    const bits = view.getUint32(21, true);
    return { mimeType, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (kind !== "VP8X") return null;
  const width = (view.getUint32(24, true) & 0xffffff) + 1;
  return { mimeType, width, height: (view.getUint32(26, true) >>> 8) + 1 };
}

function text(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
