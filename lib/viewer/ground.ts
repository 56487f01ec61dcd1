import {
  Box3,
  BufferGeometry,
  CylinderGeometry,
  Float32BufferAttribute,
  Group,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  MeshBasicMaterial,
  type Object3D,
} from "three";

/** One square of the grid, in bounding radii: the grid is the same under every object. */
const SQUARE = 0.25;
const SQUARES = 10;

/** The staff is as high as the object and has this many bands, light and dark in turn. */
const BANDS = 4;
/** Seen on every background, light or dark. */
const BAND_COLORS = [0x4f56c8, 0xaab0f2] as const;
const STAFF_RADIUS = 0.012;
/** How far the staff stands from the box around the object. */
const STAFF_GAP = 0.05;

/**
 * A grid at the feet of a normalised object, and a staff of the object's own height at its side. Scripts
 * have no common unit, so nothing here claims a length: the staff tells shares of the height, the
 * squares shares of the object's size.
 */
export function createGround(object: Object3D): Group {
  const { min, max } = new Box3().setFromObject(object);
  const ground = new Group();
  ground.add(createGrid(min.y));
  const height = max.y - min.y;
  for (let band = 0; band < BANDS; band++) {
    const length = height / BANDS;
    const piece = new Mesh(
      new CylinderGeometry(STAFF_RADIUS, STAFF_RADIUS, length, 12),
      new MeshBasicMaterial({ color: BAND_COLORS[band % 2], toneMapped: false }),
    );
    // On the left as the voter first sees the object.
    piece.position.set(max.x + STAFF_GAP, min.y + (band + 0.5) * length, max.z + STAFF_GAP);
    ground.add(piece);
  }
  return ground;
}

function createGrid(height: number): LineSegments {
  const half = (SQUARES * SQUARE) / 2;
  const points: number[] = [];
  for (let line = 0; line <= SQUARES; line++) {
    const at = line * SQUARE - half;
    points.push(at, height, -half, at, height, half, -half, height, at, half, height, at);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new Float32BufferAttribute(points, 3));
  const material = new LineBasicMaterial({
    color: 0x71717a,
    transparent: true,
    opacity: 0.45,
    depthWrite: false,
    toneMapped: false,
  });
  return new LineSegments(geometry, material);
}
