import { readAccessors, readViews } from "@/lib/generation/gate/gate-accessors";
import { readGlbChunks } from "@/lib/generation/gate/gate-container";
import { forbid, type JsonRecord, record } from "@/lib/generation/gate/gate-fields";
import { readGateJson } from "@/lib/generation/gate/gate-json";
import { GATE_LIMITS, type GateLimits } from "@/lib/generation/gate/gate-limits";
import { readMaterials } from "@/lib/generation/gate/gate-materials";
import { readMeshes } from "@/lib/generation/gate/gate-meshes";
import { readScene } from "@/lib/generation/gate/gate-nodes";
import { type GateCode, GateRefusal, refuse } from "@/lib/generation/gate/gate-refusal";

export type GateVerdict =
  | { ok: true; triangles: number; vertices: number; nodes: number; materials: number }
  | { ok: false; code: GateCode; message: string };

/**
 * Reads a GLB that nobody trusts before any library does (validators and loaders hang or die on files
 * of 400 bytes) and says whether it is a still object of bounded size whose every reference, range and
 * value is sound. Never throws, and takes well under a second on anything.
 */
export function gateGlb(file: Uint8Array, limits: GateLimits = GATE_LIMITS): GateVerdict {
  try {
    const { json, bin } = readGlbChunks(file, limits);
    const root = readGateJson(json, limits);
    checkAsset(root);
    forbid(root, ["animations", "skins", "cameras"], "the file");
    const views = readViews(root, bin, limits);
    const accessors = readAccessors(root, { views, bin, limits });
    const { materials } = readMaterials(root, { views, bin, limits });
    const meshes = readMeshes(root, { views, accessors, materials, limits });
    return { ok: true, ...readScene(root, { meshes, limits }), materials };
  } catch (error) {
    if (error instanceof GateRefusal)
      return { ok: false, code: error.code, message: error.message };
    // Out of memory or a fault of ours: either way, not a file to go on with.
    return { ok: false, code: "structure", message: "the file could not be read" };
  }
}

function checkAsset(root: JsonRecord): void {
  const asset = record(root.asset, "asset");
  if (typeof asset.version !== "string" || !/^2\.\d{1,3}$/.test(asset.version))
    refuse("structure", "asset.version is not 2");
  if (asset.minVersion !== undefined && asset.minVersion !== "2.0")
    refuse("structure", "asset.minVersion is above 2.0");
}
