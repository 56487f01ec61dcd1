"""A ribbed column cactus with three arms, spines and a flower, in a clay pot.

One unit is 10 cm. Stem and arms are the same ribbed loft along a path; the
pot and saucer are lathed with a Screw modifier; petals are thin sheets that
a Subdivision Surface modifier rounds.
"""
import math
import random

import bmesh
import bpy
from mathutils import Matrix, Vector

random.seed(7)
SOIL_Z = 1.20

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


CLAY = material("Terracotta", "#b8623d", 0.85)
EARTH = material("Earth", "#43342a", 0.95)
PEBBLE = material("Pebble", "#b8ad9c", 0.7)
SKIN = material("Skin", "#568f58", 0.55)
SPINE = material("Spine", "#f1e3b6", 0.5)
PETAL = material("Petal", "#f0578f", 0.45)
HEART = material("Heart", "#f4c542", 0.6)


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


# --- Pot and saucer ---
lathe("Saucer", [(0.0, 0.0), (0.66, 0.0), (0.70, 0.02), (0.90, 0.13), (0.925, 0.16), (0.92, 0.185), (0.895, 0.195),
                 (0.86, 0.18), (0.68, 0.075), (0.45, 0.07)], CLAY, 48)
lathe("Pot", [(0.52, 0.07), (0.56, 0.09), (0.575, 0.13), (0.70, 0.84), (0.715, 0.875), (0.735, 0.88),
              (0.745, 0.87), (0.785, 0.92), (0.83, 0.95), (0.845, 0.98), (0.865, 1.26), (0.855, 1.30), (0.82, 1.32),
              (0.785, 1.31), (0.77, 1.28), (0.75, 1.10)], CLAY, 48)
lathe("Soil", [(0.36, SOIL_Z), (0.765, SOIL_Z - 0.03)], EARTH, 24)

# --- Pebbles: jittered icospheres in one mesh, without the undersides that nobody sees ---
bm = bmesh.new()
placed = []
while len(placed) < 42:
    angle, radius = random.uniform(0, 2 * math.pi), math.sqrt(random.uniform(0.16, 0.47))
    size = random.uniform(0.055, 0.092)
    spot = Vector((radius * math.cos(angle), radius * math.sin(angle), SOIL_Z + 0.01))
    if any((spot - other).length < 0.75 * (size + s) for other, s in placed):
        size *= 0.72
        spot.z += 0.045
    placed.append((spot, size))
    squash = Matrix.Diagonal((size * random.uniform(0.9, 1.3), size, size * random.uniform(0.6, 0.8), 1.0))
    turn = Matrix.Rotation(random.uniform(0, math.pi), 4, "Z") @ Matrix.Rotation(random.uniform(-0.3, 0.3), 4, "X")
    stone = bmesh.ops.create_icosphere(bm, subdivisions=2, radius=1.0,
                                       matrix=Matrix.Translation(spot) @ turn @ squash)["verts"]
    for vert in stone:
        vert.co = spot + (vert.co - spot) * random.uniform(0.95, 1.05)
    bmesh.ops.delete(bm, geom=[v for v in stone if v.co.z < spot.z - 0.35 * size], context="VERTS")
bm.verts.index_update()
add_mesh("Pebbles", [v.co.copy() for v in bm.verts], [[v.index for v in face.verts] for face in bm.faces], PEBBLE)
bm.free()

# --- Ribbed columns ---
needle_points, needle_faces = [], []
NEEDLES = ((0.1, 0.0, 1.0), (0.8, 0.6, 0.75), (0.8, -0.6, 0.75), (-0.9, 0.0, 0.75))


def add_spines(at, outward, upward, length):
    """A cluster of thin three-sided needles fanning out from one point."""
    across = outward.cross(upward).normalized()
    for lean_up, lean_side, scale in NEEDLES:
        way = (outward + upward * lean_up + across * lean_side).normalized()
        side = way.orthogonal().normalized()
        turn = Matrix.Rotation(2 * math.pi / 3, 3, way)
        n = len(needle_points)
        needle_points.extend(at - way * 0.02 + v * 0.012 for v in (side, turn @ side, turn @ turn @ side))
        needle_points.append(at + way * length * scale)
        needle_faces.extend(((n, n + 1, n + 3), (n + 1, n + 2, n + 3), (n + 2, n, n + 3)))


def column(name, path, radius, ribs, rings, spine_step, first_spine):
    """Skin a ribbed tube with a domed end along path, and put spines on the ribs."""
    lengths = [0.0]
    for a, b in zip(path, path[1:]):
        lengths.append(lengths[-1] + (b - a).length)
    total = lengths[-1]

    def sample(s):
        i = max(k for k in range(len(path) - 1) if lengths[k] <= s)
        a, b = path[i], path[i + 1]
        return a.lerp(b, (s - lengths[i]) / (lengths[i + 1] - lengths[i]))

    dome = radius * 1.15
    bends = path[-1].to_2d().length > 0.1          # every path lies in one upright plane
    side = Vector((-path[-1].y, path[-1].x, 0.0)).normalized() if bends else Vector((0, 1, 0))

    def frame(s):
        along = (sample(min(s + 0.02, total)) - sample(max(s - 0.02, 0.0))).normalized()
        return along, side.cross(along).normalized()

    def girth(s):
        swell = 1.0 + 0.04 * math.sin(0.9 * s / radius)
        if s < total - dome:
            return radius * swell
        t = max(0.0, (s - total + dome) / dome)
        return radius * swell * math.sqrt(max(0.0, 1.0 - t ** 2.3))

    around = ribs * 6                              # crest, two flanks, valley, two flanks
    stops = [(total - dome) * i / rings for i in range(rings)]
    stops += [total - dome * math.cos(math.pi / 2 * i / 7) for i in range(7)]
    verts = []
    for s in stops:
        centre, (_, out), size = sample(s), frame(s), girth(s)
        for k in range(around):
            a = 2 * math.pi * k / around
            groove = 0.78 + 0.22 * abs(math.cos(ribs * a / 2)) ** 0.75
            verts.append(centre + (out * math.cos(a) + side * math.sin(a)) * size * groove)
    faces = grid_faces(len(stops), around)
    verts.append(sample(total) - frame(total)[0] * radius * 0.03)
    last = (len(stops) - 1) * around
    faces += [(last + k, last + (k + 1) % around, len(verts) - 1) for k in range(around)]
    add_mesh(name, verts, faces, SKIN)

    s = first_spine
    while s < total - 0.16 * radius:
        centre, (along, out), size = sample(s), frame(s), girth(s)
        lean = max(0.0, 1.0 - size / radius)
        for rib in range(ribs):
            a = 2 * math.pi * rib / ribs
            outward = out * math.cos(a) + side * math.sin(a)
            needle = (outward + along * lean * 1.4).normalized()
            add_spines(centre + outward * size, needle, along, 0.24 * radius ** 0.6)
        s += spine_step
    return sample(total)


def arm_path(azimuth, base, reach, bend, top):
    """Out of the stem, round a smooth elbow, then straight up."""
    out = Vector((math.cos(math.radians(azimuth)), math.sin(math.radians(azimuth)), 0.0))
    points = [out * 0.12 + Vector((0, 0, base - 0.04)), out * (reach - bend) + Vector((0, 0, base))]
    for i in range(1, 13):
        a = math.pi / 2 * i / 12
        points.append(out * (reach - bend + bend * math.sin(a)) + Vector((0, 0, base + bend * (1 - math.cos(a)))))
    points.append(out * (reach + 0.02) + Vector((0, 0, top)))
    return points


crown = column("Stem", [Vector((0, 0, SOIL_Z - 0.05)), Vector((0, 0, 4.30))], 0.43, 12, 7, 0.30, 0.30)
bud = column("Arm 1", arm_path(-25, 2.10, 0.98, 0.34, 3.62), 0.255, 8, 12, 0.28, 0.50)
column("Arm 2", arm_path(150, 2.62, 0.90, 0.32, 3.78), 0.235, 8, 11, 0.28, 0.50)
column("Arm 3", arm_path(60, 1.84, 0.84, 0.30, 2.72), 0.225, 8, 10, 0.28, 0.50)
add_mesh("Spines", needle_points, needle_faces, SPINE)

# --- Flowers ---
BREADTHS = (0.30, 0.80, 1.0, 0.72, 0.06)


def petal(turn, length, width, start, end):
    """A pointed leaf, 3 x 5 points, whose slope goes from start to end (degrees)."""
    reach, height, points = 0.05, 0.0, []
    for i, breadth in enumerate(BREADTHS):
        half = width * breadth
        points += [turn @ Vector((reach - 0.25 * half * abs(k), half * k, height + 0.25 * half * abs(k)))
                   for k in (-1, 0, 1)]
        slope = math.radians(start + (end - start) * i / (len(BREADTHS) - 1))
        reach += math.cos(slope) * length / (len(BREADTHS) - 1)
        height += math.sin(slope) * length / (len(BREADTHS) - 1)
    return points


WHORLS = ((0.50, 0.140, 32, -62), (0.42, 0.125, 46, -40), (0.30, 0.095, 90, 108))


def flower(name, at, scale, petals, whorls):
    """Whorls of petals round a lathed heart; the inner whorls stand steeper, the outer ones curl down."""
    verts, faces = [], []
    for whorl, (length, width, start, end) in enumerate(whorls):
        for i in range(petals):
            turn = Matrix.Rotation(2 * math.pi * (i + whorl / 2) / petals, 3, "Z")
            faces += [[n + len(verts) for n in face] for face in grid_faces(len(BREADTHS), 3, wrap=False)]
            verts += petal(turn, length, width, start, end)
    obj = add_mesh(name, verts, faces, PETAL)
    smooth = obj.modifiers.new("Subdivision", "SUBSURF")
    smooth.levels = smooth.render_levels = 1
    heart = lathe(name + " heart", [(0.0, 0.26), (0.04, 0.25), (0.07, 0.21), (0.07, 0.16), (0.05, 0.04),
                                    (0.10, 0.0), (0.17, -0.08)], HEART, 16)
    for part in (obj, heart):
        part.location, part.scale = at, (scale, scale, scale)


flower("Crown flower", crown - Vector((0, 0, 0.07)), 1.15, 8, WHORLS)
flower("Arm flower", bud - Vector((0, 0, 0.04)), 0.6, 6, WHORLS[:2])
