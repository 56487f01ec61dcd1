import { type Document, NodeIO } from "@gltf-transform/core";
import { ALL_EXTENSIONS, EXTMeshoptCompression } from "@gltf-transform/extensions";
import { MeshoptDecoder, MeshoptEncoder } from "meshoptimizer";
import { ALLOWED_EXTENSIONS } from "@/lib/generation/gate/gate-json";

/** What the gate lets in, and the compression that we write. */
const EXTENSIONS = [
  EXTMeshoptCompression,
  ...ALL_EXTENSIONS.filter(({ EXTENSION_NAME }) => ALLOWED_EXTENSIONS.has(EXTENSION_NAME)),
];

/** Parses a GLB that passed the gate, or one of ours. From bytes only: `read(path)` follows URIs to any file. */
export async function readGlb(glb: Uint8Array): Promise<Document> {
  return (await createIo()).readBinary(glb);
}

/** Serialises a document; the same document gives the same bytes. */
export async function writeGlb(document: Document): Promise<Uint8Array> {
  return (await createIo()).writeBinary(document);
}

async function createIo(): Promise<NodeIO> {
  await Promise.all([MeshoptDecoder.ready, MeshoptEncoder.ready]);
  return new NodeIO().registerExtensions(EXTENSIONS).registerDependencies({
    "meshopt.decoder": MeshoptDecoder,
    "meshopt.encoder": MeshoptEncoder,
  });
}
