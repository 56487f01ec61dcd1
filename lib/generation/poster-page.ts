/**
 * What runs in the headless browser: draws a GLB from the four reference views with the very stage of
 * the battle viewer. Bundled by poster-bundle.ts as the global `posterPage`.
 */
import { Color, PerspectiveCamera, Scene, WebGLRenderer } from "three";
import { MeshoptDecoder } from "three/examples/jsm/libs/meshopt_decoder.module.js";
import { GLTFLoader } from "three/examples/jsm/loaders/GLTFLoader.js";
import { FIELD_OF_VIEW_DEGREES, VIEW_AZIMUTHS_DEGREES, viewPosition } from "@/lib/viewer/framing";
import {
  applyShading,
  BACKDROP,
  configureRenderer,
  createLights,
  disposeObject,
  normalise,
  type Shading,
} from "@/lib/viewer/stage";

export type PosterRequest = { url: string; shading: Shading; size: number };

let renderer: WebGLRenderer | undefined;

/** PNG data URLs, one for each of VIEW_AZIMUTHS_DEGREES. Throws when the GLB cannot be drawn. */
export async function renderPosters({ url, shading, size }: PosterRequest): Promise<string[]> {
  renderer ??= createRenderer();
  renderer.setSize(size, size, false);
  const loader = new GLTFLoader().setMeshoptDecoder(MeshoptDecoder);
  const { scene: object } = await loader.loadAsync(url);
  applyShading(object, shading);
  const scene = new Scene();
  scene.background = new Color(BACKDROP);
  scene.add(createLights(), normalise(object));
  const camera = new PerspectiveCamera(FIELD_OF_VIEW_DEGREES, 1, 0.01, 50);
  const posters: string[] = [];
  for (const azimuth of VIEW_AZIMUTHS_DEGREES) {
    camera.position.set(...viewPosition(azimuth, 1));
    camera.lookAt(0, 0, 0);
    renderer.render(scene, camera);
    posters.push(renderer.domElement.toDataURL("image/png"));
  }
  disposeObject(object);
  return posters;
}

function createRenderer(): WebGLRenderer {
  const created = new WebGLRenderer({ antialias: true, preserveDrawingBuffer: true });
  created.setPixelRatio(1);
  configureRenderer(created);
  return created;
}
