import { type Group, LoadingManager } from "three";
import { MeshoptDecoder } from "three/examples/jsm/libs/meshopt_decoder.module.js";
import { GLTFLoader } from "three/examples/jsm/loaders/GLTFLoader.js";
import { closeImages, normalise } from "@/lib/viewer/stage";

/** A GLB is whole by itself: an address in it is never followed, neither to our host nor to another. */
const sealed = new LoadingManager().setURLModifier((url) =>
  /^(?:blob|data):/.test(url) ? url : "data:,",
);

/** Turns a GLB's bytes into an object ready for the stage: within the unit sphere, nothing fetched. */
export async function parseObject(bytes: ArrayBuffer): Promise<Group> {
  const loader = new GLTFLoader(sealed).setMeshoptDecoder(MeshoptDecoder);
  const { scene } = await loader.parseAsync(bytes, "");
  return normalise(scene);
}

/** Lets go of an object that nobody will stage again, as soon as it has left the stage. */
export function closeWhenUnstaged(object: Group): void {
  if (!object.parent) closeImages(object);
  else object.addEventListener("removed", () => closeImages(object));
}
