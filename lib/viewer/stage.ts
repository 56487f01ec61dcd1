import {
  Box3,
  Color,
  DirectionalLight,
  DoubleSide,
  Group,
  HemisphereLight,
  type Material,
  Mesh,
  MeshBasicMaterial,
  MeshNormalMaterial,
  MeshStandardMaterial,
  NeutralToneMapping,
  type Object3D,
  Sphere,
  Texture,
  type WebGLRenderer,
} from "three";

/** The one look of every object: posters and battles are lit, toned and normalised by this file alone. */

const SHADINGS = ["clay", "normals", "wireframe", "rendered"] as const;
export type Shading = (typeof SHADINGS)[number];

/** Viewer backdrop, the same in both themes: a theme must not change the judged image. */
export const BACKDROP = "#e4e4e7";

/** The paper's clay (arXiv:2606.01057, App. E): double-sided, to mask flipped normals. */
const CLAY = { color: 0xb8b8bc, roughness: 0.7, metalness: 0, side: DoubleSide } as const;

/** Plain lights only: an environment map costs seconds on weak GPUs. */
export function createLights(): Group {
  const lights = new Group();
  const sky = new HemisphereLight(0xffffff, 0x6b6b76, 0.95);
  const key = new DirectionalLight(0xffffff, 2.5);
  key.position.set(3, 5, -2);
  const fill = new DirectionalLight(0xffffff, 0.6);
  fill.position.set(-4, 2, -3);
  const rim = new DirectionalLight(0xffffff, 1.1);
  rim.position.set(-1, 3, 5);
  lights.add(sky, key, fill, rim);
  return lights;
}

/** Output settings that posters and viewers share. */
export function configureRenderer(renderer: WebGLRenderer): void {
  renderer.toneMapping = NeutralToneMapping;
  renderer.toneMappingExposure = 1;
}

/**
 * Wraps an object so that its bounding sphere is the unit sphere at the origin.
 * Takes the sphere around the axis-aligned box. An object without extent is left at scale 1.
 */
export function normalise(object: Object3D): Group {
  object.updateMatrixWorld(true);
  const sphere = new Box3().setFromObject(object).getBoundingSphere(new Sphere());
  const scale = sphere.radius > 0 ? 1 / sphere.radius : 1;
  const stage = new Group();
  stage.add(object);
  stage.scale.setScalar(scale);
  stage.position.copy(sphere.center).multiplyScalar(-scale);
  stage.updateMatrixWorld(true);
  return stage;
}

/** Gives every mesh the material of a shading; "rendered" restores the file's own. */
export function applyShading(object: Object3D, shading: Shading): void {
  object.traverse((child) => {
    if (!(child instanceof Mesh)) return;
    const own: Material | Material[] = child.userData.ownMaterial ?? child.material;
    child.userData.ownMaterial = own;
    if (child.material !== own) disposeMaterial(child.material);
    child.material = shading === "rendered" ? own : createMaterial(shading, child);
  });
}

/** Frees every GPU resource of an object that was staged. */
export function disposeObject(object: Object3D): void {
  object.traverse((child) => {
    if (!(child instanceof Mesh)) return;
    child.geometry.dispose();
    disposeMaterial(child.material);
    const own: Material | Material[] | undefined = child.userData.ownMaterial;
    if (own && own !== child.material) disposeMaterial(own);
  });
}

function createMaterial(shading: Exclude<Shading, "rendered">, mesh: Mesh): Material {
  const flatShading = !mesh.geometry.hasAttribute("normal");
  if (shading === "normals") return new MeshNormalMaterial({ side: DoubleSide, flatShading });
  if (shading === "wireframe")
    return new MeshBasicMaterial({ color: new Color(0x3f3f46), wireframe: true });
  return new MeshStandardMaterial({ ...CLAY, flatShading });
}

/** A material does not free its textures by itself, and a battle's are shared with nobody. */
function disposeMaterial(material: Material | Material[]): void {
  for (const one of Array.isArray(material) ? material : [material]) {
    for (const part of Object.values(one)) if (part instanceof Texture) part.dispose();
    one.dispose();
  }
}
