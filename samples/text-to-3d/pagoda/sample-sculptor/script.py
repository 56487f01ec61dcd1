"""A five-storey pagoda: swept roofs with tile ribs, lattice windows, balconies, bells and a ringed spire.

The stairs face +Y, one unit is 4 m. Every roof side is a curved sheet that
rises towards the corners; ribs and ridges follow the same formula.
"""
import math

import bmesh
import bpy
from mathutils import Matrix, Vector

for obj in list(bpy.data.objects):
    bpy.data.objects.remove(obj, do_unlink=True)


def material(name, colour, roughness=0.7, metallic=0.0):
    """A plain surface; the colour is written the way it looks on a screen, as in CSS."""
    channels = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    mat = bpy.data.materials.new(name)
    mat.use_nodes = True
    shader = next(node for node in mat.node_tree.nodes if node.type == "BSDF_PRINCIPLED")
    shader.inputs["Base Color"].default_value = (*linear, 1.0)
    shader.inputs["Roughness"].default_value = roughness
    shader.inputs["Metallic"].default_value = metallic
    return mat


STONE = material("Stone", "#bdb6a8", 0.9)
PLASTER = material("Plaster", "#f3ead7", 0.85)
WOOD = material("Vermilion", "#b8402d", 0.5)
DARK = material("Dark wood", "#5d2a20", 0.6)
TILE = material("Tiles", "#4f6265", 0.6)
RIDGE = material("Ridge tiles", "#3d4c50", 0.55)
GOLD = material("Gilding", "#dcae48", 0.35, 0.25)


def grid_faces(rows, columns, wrap=True):
    """Quads between rows of points; with wrap the last column meets the first."""
    faces = []
    for r in range(rows - 1):
        for c in range(columns if wrap else columns - 1):
            d = (c + 1) % columns
            faces.append((r * columns + c, r * columns + d, (r + 1) * columns + d, (r + 1) * columns + c))
    return faces


def add_mesh(name, verts, faces, mat, smooth=True):
    """An object from points and faces, with its normals turned outwards."""
    bm = bmesh.new()
    points = [bm.verts.new(co) for co in verts]
    for face in faces:
        bm.faces.new([points[i] for i in face])
    bmesh.ops.recalc_face_normals(bm, faces=bm.faces)
    mesh = bpy.data.meshes.new(name)
    bm.to_mesh(mesh)
    bm.free()
    mesh.polygons.foreach_set("use_smooth", [smooth] * len(mesh.polygons))
    mesh.materials.append(mat)
    obj = bpy.data.objects.new(name, mesh)
    bpy.context.scene.collection.objects.link(obj)
    return obj


def lathe(name, profile, mat, steps=48, crisp=40):
    """Revolve (radius, height) points around Z with a Screw modifier."""
    edges = [(i, i + 1) for i in range(len(profile) - 1)]
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata([(r, 0.0, z) for r, z in profile], edges, [])
    mesh.materials.append(mat)
    obj = bpy.data.objects.new(name, mesh)
    bpy.context.scene.collection.objects.link(obj)
    screw = obj.modifiers.new("Screw", "SCREW")
    screw.steps = screw.render_steps = steps
    screw.use_merge_vertices = screw.use_normal_calculate = screw.use_smooth_shade = True
    obj.modifiers.new("Crisp edges", "EDGE_SPLIT").split_angle = math.radians(crisp)
    return obj


def tube(name, points, radii, mat, resolution=1, cyclic=False):
    """A bevelled curve through points; radii is one number or one per point."""
    curve = bpy.data.curves.new(name, "CURVE")
    curve.dimensions = "3D"
    curve.bevel_depth, curve.bevel_resolution, curve.use_fill_caps = 1.0, resolution, True
    curve.materials.append(mat)
    spline = curve.splines.new("POLY")
    spline.points.add(len(points) - 1)
    spline.use_cyclic_u = cyclic
    radii = [radii] * len(points) if isinstance(radii, float) else radii
    for point, co, radius in zip(spline.points, points, radii):
        point.co, point.radius = (*co, 1.0), radius
    obj = bpy.data.objects.new(name, curve)
    bpy.context.scene.collection.objects.link(obj)
    return obj


# --- Boxes and sheets are collected by material and made into one mesh each ---
parts = {mat: ([], []) for mat in (STONE, PLASTER, WOOD, DARK, GOLD)}
SIDES = [Matrix.Rotation(math.pi / 2 * i, 4, "Z") for i in range(4)]


def box(mat, low, high, turn=Matrix.Identity(4), skip=()):
    """A box between two corners; skip names sides that nobody sees."""
    verts, faces = parts[mat]
    n = len(verts)
    verts.extend(turn @ Vector((x, y, z)) for z in (low[2], high[2]) for y in (low[1], high[1])
                 for x in (low[0], high[0]))
    sides = {"bottom": (0, 2, 3, 1), "top": (4, 5, 7, 6), "front": (0, 1, 5, 4), "back": (2, 6, 7, 3),
             "left": (0, 4, 6, 2), "right": (1, 3, 7, 5)}
    faces.extend(tuple(n + i for i in corners) for name, corners in sides.items() if name not in skip)


# --- Platform with a moulded edge, balustrade posts and stairs ---
for half, low, high in ((2.20, 0.0, 0.07), (2.12, 0.07, 0.24), (2.18, 0.24, 0.30), (1.86, 0.30, 0.46),
                        (1.92, 0.46, 0.52)):
    box(STONE, (-half, -half, low), (half, half, high), skip=("bottom",))
for i in range(5):
    box(STONE, (-0.52, 1.90, 0.0), (0.52, 2.86 - 0.17 * i, 0.104 * (i + 1)), skip=("bottom", "front"))
verts, faces = parts[STONE]
for side in (-1, 1):                               # sloping cheeks beside the steps
    n = len(verts)
    for x in (side * 0.52, side * 0.70):
        verts += [(x, 1.90, 0.0), (x, 2.98, 0.0), (x, 2.98, 0.10), (x, 2.02, 0.62), (x, 1.90, 0.62)]
    faces += [tuple(n + k for k in range(5)), tuple(n + 5 + k for k in range(5))]
    faces += [(n + k, n + (k + 1) % 5, n + 5 + (k + 1) % 5, n + 5 + k) for k in range(1, 4)]


# --- Roofs ---
class Roof:
    """One storey's roof: u runs along an eave from corner to corner, v from the eave up to the wall above."""

    def __init__(self, eave, top, low, rise):
        self.eave, self.top, self.low, self.rise = eave, top, low, rise
        self.lift = 0.20 * eave

    def half(self, v):
        return self.eave + (self.top - self.eave) * v

    def point(self, u, v, over=0.0):
        """A point of the side that looks along +Y."""
        corner = abs(u) ** 3.4 * (1 - v) ** 1.7
        reach = self.half(v) * (1 + 0.055 * corner)
        return Vector((u * reach, reach, self.low + self.rise * v ** 1.45 + self.lift * corner + over))


def sheet(name, f, columns, rows, mat):
    """The same sheet on all four sides."""
    verts, faces = [], []
    for turn in SIDES:
        n = len(verts)
        verts += [turn @ f(2 * c / columns - 1, r / rows) for r in range(rows + 1) for c in range(columns + 1)]
        faces += [[n + i for i in face] for face in grid_faces(rows + 1, columns + 1, wrap=False)]
    return add_mesh(name, verts, faces, mat)


def tile_ribs(roof, spacing):
    """Rounded ribs from the eave to the ridge or the wall, closed by a round end tile."""
    verts, faces = [], []
    count = int(roof.eave / spacing)
    for turn in SIDES:
        for i in range(-count, count + 1):
            x = i * spacing
            end = min(1.0, (roof.eave - abs(x)) / (roof.eave - roof.top)) if abs(x) > roof.top else 1.0
            if end < 0.12:
                continue
            n, steps = len(verts), 3
            for r in range(steps + 1):
                v = end * r / steps
                p = roof.point(x / roof.half(v), v)
                p.x = x * (p.y / roof.half(v))
                out = Vector((0, 0.02, 0)) if r == 0 else Vector()
                verts += [turn @ (p + out + Vector((dx, 0, dz)))
                          for dx, dz in ((-0.045, 0.0), (0.0, 0.052), (0.045, 0.0))]
            faces += [[n + k for k in face] for face in grid_faces(steps + 1, 3, wrap=False)]
            faces.append((n, n + 1, n + 2))
    add_mesh("Tile ribs", verts, faces, TILE)


def ridges(roof):
    """A thick ridge on every corner, ending in an upturned horn."""
    for turn in SIDES:
        path = [turn @ roof.point(1.0, v, 0.035) for v in (1.0, 0.65, 0.35, 0.12)]
        tip = roof.point(1.0, 0.0, 0.05)
        out = Vector((1, 1, 0)).normalized()
        path += [turn @ (tip + out * 0.02), turn @ (tip + out * 0.10 + Vector((0, 0, 0.07))),
                 turn @ (tip + out * 0.14 + Vector((0, 0, 0.16)))]
        tube("Ridge", path, [0.062, 0.060, 0.057, 0.056, 0.052, 0.036, 0.012], RIDGE, 1)


def bells(roof):
    """Bells under the corners: a lip, a waist and a crown around a short rod."""
    verts, faces = [], []
    for turn in SIDES:
        at = turn @ (roof.point(1.0, 0.0) - Vector((0.10, 0.10, 0.05)))
        n = len(verts)
        for r, z in ((0.010, 0.02), (0.010, -0.06), (0.045, -0.08), (0.052, -0.16), (0.075, -0.21)):
            verts += [at + Vector((r * math.cos(a), r * math.sin(a), z)) for a in [math.pi / 3 * k for k in range(6)]]
        faces += [[n + k for k in face] for face in grid_faces(5, 6)]
    add_mesh("Bells", verts, faces, GOLD)


# --- Walls: columns, beams, lattice windows and doors ---
def bay(turn, x0, x1, y, low, high, bars):
    """A framed lattice in one bay of a wall; only the faces that can be seen."""
    box(DARK, (x0, y - 0.03, low), (x1, y + 0.002, high), turn, ("front", "left", "right", "top", "bottom"))
    for i in range(bars):
        x = x0 + (x1 - x0) * (i + 0.5) / bars
        box(WOOD, (x - 0.014, y - 0.02, low), (x + 0.014, y + 0.026, high), turn, ("front", "top", "bottom"))
    z = (low + high) / 2
    box(WOOD, (x0, y - 0.02, z - 0.016), (x1, y + 0.032, z + 0.016), turn, ("front", "left", "right"))


def storey(half, low, tall, ground):
    high = low + tall
    girth = 0.052 if ground else 0.044
    box(PLASTER, (-half, -half, low), (half, half, high), skip=("top", "bottom"))
    stops = (-half, -half * 0.36, half * 0.36, half)
    for n, turn in enumerate(SIDES):
        for x in stops[:3]:                        # the fourth column belongs to the next side
            foot = turn @ Vector((x, half, low))
            tube("Column", [foot, foot + Vector((0, 0, tall))], girth, WOOD, 1).data.use_fill_caps = False
        for z, depth in ((low + 0.03, 0.05), (low + tall * 0.24, 0.03), (high - 0.15, 0.04)):
            box(WOOD, (-half - depth, half, z - 0.028), (half + depth, half + depth, z + 0.028), turn,
                ("front", "left", "right"))
        for x in stops:                            # brackets that carry the eaves
            box(WOOD, (x - 0.07, half, high - 0.03), (x + 0.07, half + 0.20, high + 0.05), turn, ("front", "top"))
        for k, (x0, x1) in enumerate(zip(stops, stops[1:])):
            if k == 1 and ground:                  # double doors, studded with gold in front
                box(DARK, (x0 + 0.06, half - 0.01, low + 0.05), (x1 - 0.06, half + 0.02, high - 0.19), turn, ("front",))
                for x in (x0 + 0.08, -0.015, x1 - 0.11):
                    box(WOOD, (x, half, low + 0.05), (x + 0.03, half + 0.045, high - 0.19), turn, ("front", "bottom"))
                for x in (-0.07, 0.04):
                    box(GOLD, (x, half, low + 0.36), (x + 0.03, half + 0.05, low + 0.44), turn, ("front",))
            else:
                bay(turn, x0 + 0.07, x1 - 0.07, half, low + tall * 0.24 + 0.03, high - 0.19, 2)


def balcony(half, low, wall):
    """A slab on the roof below, with posts, three rails and caps."""
    box(DARK, (-half - 0.06, -half - 0.06, low - 0.07), (half + 0.06, half + 0.06, low), skip=("bottom",))
    for turn in SIDES:
        for z, thick in ((0.11, 0.013), (0.22, 0.020)):
            box(WOOD, (-half - 0.05, half - thick, low + z - thick), (half + 0.05, half + thick, low + z + thick), turn,
                ("bottom",))
        for k in range(4):
            x, tall = -half + 2 * half * k / 4, 0.30 if k == 0 else 0.22
            box(WOOD, (x - 0.022, half - 0.022, low), (x + 0.022, half + 0.022, low + tall), turn,
                ("bottom",) if k == 0 else ("bottom", "top"))


floor = 0.52
HALVES = (1.16, 1.00, 0.86, 0.73, 0.61, 0.12)
TALLS = (1.22, 0.92, 0.86, 0.80, 0.74)
for level in range(5):
    half, tall = HALVES[level], TALLS[level]
    storey(half, floor, tall, level == 0)
    if level:
        balcony(half + 0.21, floor, half)
    last = level == 4
    roof = Roof(half + 0.76 - 0.05 * level, HALVES[level + 1] + (0.0 if last else 0.16), floor + tall + 0.03,
                0.62 if last else 0.44)
    sheet("Roof", lambda u, v: roof.point(u, v), 12, 3, TILE)
    # Edge of the eaves and the underside, back to the wall
    sheet("Eaves", lambda u, v: roof.point(u, 0.0) + Vector((0, 0.012, -0.075 * v)), 12, 1, WOOD)

    def underside(u, v):
        a, b = roof.point(u, 0.0, -0.075), Vector((u * half, half, floor + tall))
        return a.lerp(b, v)
    sheet("Underside", underside, 6, 1, DARK)
    tile_ribs(roof, 0.255)
    ridges(roof)
    bells(roof)
    floor += tall + 0.03 + roof.rise + (0.0 if last else 0.055)

for mat, (verts, faces) in parts.items():
    add_mesh(mat.name, verts, faces, mat, smooth=False)

# --- Spire: basin, lotus, nine rings, flame and jewel, all one profile ---
profile = [(0.20, -0.05), (0.24, -0.02), (0.24, 0.06), (0.20, 0.09), (0.17, 0.10), (0.19, 0.15), (0.17, 0.21),
           (0.10, 0.26), (0.06, 0.28), (0.10, 0.31), (0.15, 0.35), (0.10, 0.36), (0.032, 0.37)]
for i in range(9):
    r, z = 0.165 - 0.010 * i, 0.44 + 0.118 * i
    profile += [(0.032, z), (r, z + 0.008), (r, z + 0.040), (0.032, z + 0.048)]
profile += [(0.028, 1.54), (0.05, 1.56), (0.028, 1.59), (0.026, 1.64), (0.06, 1.67), (0.085, 1.72), (0.085, 1.77),
            (0.06, 1.84), (0.025, 1.92), (0.0, 2.02)]
lathe("Spire", profile, GOLD, 12).location = (0, 0, floor)
