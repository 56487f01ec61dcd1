import {
  Box3,
  type BufferGeometry,
  DirectionalLight,
  DoubleSide,
  Group,
  HemisphereLight,
  InstancedMesh,
  Line,
  type Material,
  Mesh,
  MeshBasicMaterial,
  MeshNormalMaterial,
  MeshStandardMaterial,
  NeutralToneMapping,
  type Object3D,
  Points,
  SkinnedMesh,
  Sphere,
  Texture,
  type WebGLRenderer,
} from "three";
import { BACKGROUND_COLORS } from "./backdrop";

/** The one look of every object: posters and battles are lit, toned and normalised by this file alone. */

const SHADINGS = ["clay", "normals", "wireframe", "rendered"] as const;
export type Shading = (typeof SHADINGS)[number];

/** Viewer backdrop, the same in both themes: a theme must not change the judged image. */
export const BACKDROP = BACKGROUND_COLORS.mid;

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

/** What a mesh came with. Not in its `userData`, which a file can fill. */
const ownMaterials = new WeakMap<Mesh, Material | Material[]>();
const ownGroups = new WeakMap<BufferGeometry, BufferGeometry["groups"]>();

/**
 * Gives every mesh the material of a shading; "rendered" restores the file's own. The materials are made
 * once and shared by all objects, so switching makes nothing anew and leaves nothing behind.
 */
export function applyShading(object: Object3D, shading: Shading): void {
  object.traverse((child) => {
    if (!(child instanceof Mesh)) return;
    const { geometry } = child;
    const own: Material | Material[] = ownMaterials.get(child) ?? child.material;
    const groups = ownGroups.get(geometry) ?? geometry.groups;
    ownMaterials.set(child, own);
    ownGroups.set(geometry, groups);
    geometry.groups = shading === "wireframe" ? WIREFRAME_GROUPS : groups;
    child.material = shading === "rendered" ? own : sharedMaterial(shading, geometry);
  });
}

/** Frees what an object holds on the GPU. Staged once more, it is sent there again. */
export function disposeObject(object: Object3D): void {
  object.traverse((child) => {
    if (!(child instanceof Mesh || child instanceof Line || child instanceof Points)) return;
    child.geometry.dispose();
    if (child instanceof SkinnedMesh) child.skeleton?.dispose();
    if (child instanceof InstancedMesh) child.dispose();
    for (const material of materialsOf(child)) {
      // A material does not free its textures by itself, and a battle's are shared with nobody.
      for (const texture of texturesOf(material)) texture.dispose();
      material.dispose();
    }
  });
}

/** Lets go of an object's decoded pictures. It cannot be staged again. */
export function closeImages(object: Object3D): void {
  object.traverse((child) => {
    if (!(child instanceof Mesh || child instanceof Line || child instanceof Points)) return;
    for (const material of materialsOf(child))
      for (const { image } of texturesOf(material))
        if (typeof ImageBitmap !== "undefined" && image instanceof ImageBitmap) image.close();
  });
}

/** Frees the shared materials' programs; they are made again when next needed. */
export function disposeShadings(): void {
  for (const material of shared.values()) for (const one of [material].flat()) one.dispose();
}

/** The file's own materials, whatever shading is on. */
function materialsOf(child: Mesh | Line | Points): Material[] {
  const own = child instanceof Mesh ? ownMaterials.get(child) : undefined;
  return [own ?? child.material].flat();
}

function texturesOf(material: Material): Texture[] {
  return Object.values(material).filter((part) => part instanceof Texture);
}

/** Surface first, then its edges, over the same triangles. */
const WIREFRAME_GROUPS: BufferGeometry["groups"] = [
  { start: 0, count: Number.POSITIVE_INFINITY, materialIndex: 0 },
  { start: 0, count: Number.POSITIVE_INFINITY, materialIndex: 1 },
];

const shared = new Map<string, Material | Material[]>();

function sharedMaterial(
  shading: Exclude<Shading, "rendered">,
  geometry: BufferGeometry,
): Material | Material[] {
  // Without normals there is nothing to shade smoothly by.
  const flatShading = !geometry.hasAttribute("normal");
  const key = `${shading}:${flatShading}`;
  const made = shared.get(key) ?? createMaterial(shading, flatShading);
  shared.set(key, made);
  return made;
}

function createMaterial(
  shading: Exclude<Shading, "rendered">,
  flatShading: boolean,
): Material | Material[] {
  switch (shading) {
    case "clay":
      return new MeshStandardMaterial({ ...CLAY, flatShading });
    case "normals":
      return new MeshNormalMaterial({ side: DoubleSide, flatShading });
    case "wireframe":
      return [
        // Hides the lines behind it; pushed back a little, so that its own lines win.
        new MeshBasicMaterial({
          color: 0xf4f4f5,
          side: DoubleSide,
          toneMapped: false,
          polygonOffset: true,
          polygonOffsetFactor: 1,
          polygonOffsetUnits: 1,
        }),
        // Thinned, so that a dense mesh does not turn black.
        new MeshBasicMaterial({
          color: 0x3f3f46,
          wireframe: true,
          toneMapped: false,
          transparent: true,
          opacity: 0.6,
          depthWrite: false,
        }),
      ];
  }
}
