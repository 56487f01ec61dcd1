import { describe, expect, test } from "vitest";
import { boxGlb, type GlbParts } from "@/lib/generation/gate/glb-builder";
import { gateGlb } from "@/lib/generation/glb-gate";

function codeOn(change: (parts: GlbParts) => unknown) {
  const verdict = gateGlb(boxGlb(change));
  return verdict.ok ? "ok" : verdict.code;
}

describe("images", () => {
  const withImage = (bytes: Buffer, mimeType: string) => {
    return codeOn((parts) => {
      const { json, bin } = parts;
      json.bufferViews.push({ buffer: 0, byteOffset: bin.length, byteLength: bytes.length });
      json.buffers = [{ byteLength: bin.length + bytes.length }];
      Object.assign(json, { images: [{ bufferView: 2, mimeType }] });
      parts.bin = Buffer.concat([bin, bytes]);
    });
  };

  test("a PNG by the size that its header says", () => {
    expect(withImage(png(1024, 1024), "image/png")).toBe("ok");
    expect(withImage(png(60_000, 60_000), "image/png")).toBe("image");
    expect(withImage(png(0, 4), "image/png")).toBe("image");
  });

  test("a type that the bytes are not", () => {
    expect(withImage(png(4, 4), "image/jpeg")).toBe("image");
    expect(withImage(png(4, 4), "image/svg+xml")).toBe("image");
    expect(withImage(Buffer.from("<svg></svg>"), "image/png")).toBe("image");
  });

  test("a texture of an image that is not there", () => {
    const change = ({ json }: GlbParts) => Object.assign(json, { textures: [{ source: 0 }] });
    expect(codeOn(change)).toBe("reference");
  });
});

function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(36);
  bytes.write("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR", "latin1");
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}
