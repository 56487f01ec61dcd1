/**
 * The least that shows two GLBs: three.js, its loader, one light, two canvases. What a battle page is measured
 * against. Bundled by bare-server.ts; `window.shownAt` is set once both were drawn.
 */
import {
  AmbientLight,
  Box3,
  DirectionalLight,
  PerspectiveCamera,
  Scene,
  Sphere,
  WebGLRenderer,
} from "three";
import { MeshoptDecoder } from "three/examples/jsm/libs/meshopt_decoder.module.js";
import { GLTFLoader } from "three/examples/jsm/loaders/GLTFLoader.js";

declare global {
  interface Window {
    shownAt?: number;
  }
}

async function show(url: string): Promise<void> {
  const renderer = new WebGLRenderer({ antialias: false });
  renderer.setPixelRatio(0.75);
  renderer.setSize(innerWidth / 2 - 20, innerHeight / 2);
  document.body.append(renderer.domElement);
  const { scene: object } = await new GLTFLoader().setMeshoptDecoder(MeshoptDecoder).loadAsync(url);
  const sphere = new Box3().setFromObject(object).getBoundingSphere(new Sphere());
  const camera = new PerspectiveCamera(30, renderer.domElement.width / renderer.domElement.height);
  camera.near = sphere.radius / 100;
  camera.far = sphere.radius * 100;
  camera.position.copy(sphere.center).addScalar(sphere.radius * 2.4);
  camera.lookAt(sphere.center);
  camera.updateProjectionMatrix();
  const light = new DirectionalLight(0xffffff, 2);
  light.position.copy(camera.position);
  const scene = new Scene().add(object, new AmbientLight(0xffffff, 1), light);
  renderer.render(scene, camera);
  // Drawn for sure: nothing of the frame is still on its way.
  renderer.getContext().finish();
}

await Promise.all(["/left.glb", "/right.glb"].map(show));
requestAnimationFrame(() => {
  window.shownAt = performance.now();
});
