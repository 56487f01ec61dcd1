import { type Group, LoadingManager } from "three";
import { MeshoptDecoder } from "three/examples/jsm/libs/meshopt_decoder.module.js";
import { GLTFLoader } from "three/examples/jsm/loaders/GLTFLoader.js";
import { applyShading, normalise, type Shading } from "@/lib/viewer/stage";

/** A GLB is whole by itself: an address in it is never followed, neither to our host nor to another. */
const sealed = new LoadingManager().setURLModifier((url) =>
  /^(?:blob|data):/.test(url) ? url : "data:,",
);

/** Turns a GLB's bytes into an object ready for the stage: unit sphere, shaded, nothing fetched. */
export async function parseObject(bytes: ArrayBuffer, shading: Shading): Promise<Group> {
  const loader = new GLTFLoader(sealed).setMeshoptDecoder(MeshoptDecoder);
  const { scene } = await loader.parseAsync(bytes, "");
  applyShading(scene, shading);
  return normalise(scene);
}
