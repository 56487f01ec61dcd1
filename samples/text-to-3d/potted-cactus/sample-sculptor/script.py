"""A ribbed column cactus with three arms, spines and a flower, in a clay pot.

One unit is 10 cm. Stem and arms are the same ribbed loft along a path; the
pot and saucer are lathed with a Screw modifier; petals are thin sheets made
solid and smooth with Solidify and Subdivision Surface.
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


def add_mesh(name, bm):
    """Turn a bmesh into a smooth-shaded object."""
    mesh = bpy.data.meshes.new(name)
    bm.to_mesh(mesh)
    bm.free()
    mesh.polygons.foreach_set("use_smooth", [True] * len(mesh.polygons))
    obj = bpy.data.objects.new(name, mesh)
    bpy.context.scene.collection.objects.link(obj)
    return obj


def lathe(name, profile, steps=72):
    """Revolve a list of (radius, height) points around Z."""
    bm = bmesh.new()
    verts = [bm.verts.new((r, 0.0, z)) for r, z in profile]
    for a, b in zip(verts, verts[1:]):
        bm.edges.new((a, b))
    obj = add_mesh(name, bm)
    screw = obj.modifiers.new("Screw", "SCREW")
    screw.steps = screw.render_steps = steps
    screw.use_merge_vertices = True
    screw.use_normal_calculate = True
    split = obj.modifiers.new("Crisp edges", "EDGE_SPLIT")
    split.split_angle = math.radians(40)
    return obj


# --- Pot and saucer ---
lathe("Saucer", [(0.0, 0.0), (0.66, 0.0), (0.70, 0.02), (0.90, 0.13), (0.925, 0.16), (0.92, 0.185), (0.895, 0.195),
                 (0.86, 0.18), (0.68, 0.075), (0.0, 0.07)])
lathe("Pot", [(0.0, 0.07), (0.52, 0.07), (0.56, 0.09), (0.575, 0.13), (0.70, 0.84), (0.70, 0.86),
              (0.715, 0.875), (0.735, 0.88),
              (0.745, 0.87), (0.785, 0.92), (0.83, 0.95), (0.845, 0.98), (0.865, 1.26), (0.855, 1.30), (0.82, 1.32),
              (0.785, 1.31), (0.77, 1.28), (0.75, 1.05)])
lathe("Soil", [(0.0, SOIL_Z + 0.02), (0.45, SOIL_Z), (0.765, SOIL_Z - 0.03)], steps=48)

# --- Pebbles: jittered icospheres, all in one mesh ---
bm = bmesh.new()
placed = []
while len(placed) < 74:
    angle, radius = random.uniform(0, 2 * math.pi), math.sqrt(random.uniform(0.16, 0.47))
    size = random.uniform(0.050, 0.088)
    spot = Vector((radius * math.cos(angle), radius * math.sin(angle), SOIL_Z + 0.01))
    if any((spot - other).length < 0.75 * (size + s) for other, s in placed):
        size *= 0.72
        spot.z += 0.045
    placed.append((spot, size))
    squash = Matrix.Diagonal((size * random.uniform(0.9, 1.3), size, size * random.uniform(0.6, 0.8), 1.0))
    turn = Matrix.Rotation(random.uniform(0, math.pi), 4, "Z") @ Matrix.Rotation(random.uniform(-0.3, 0.3), 4, "X")
    stone = bmesh.ops.create_icosphere(bm, subdivisions=2, radius=1.0,
                                       matrix=Matrix.Translation(spot) @ turn @ squash)
    for vert in stone["verts"]:
        vert.co = spot + (vert.co - spot) * random.uniform(0.94, 1.06)
add_mesh("Pebbles", bm)

# --- Ribbed columns ---
spines = bmesh.new()
NEEDLES = ((0.1, 0.0, 1.0), (0.75, 0.55, 0.7), (0.75, -0.55, 0.7), (-0.7, 0.6, 0.7), (-0.7, -0.6, 0.7))


def add_spines(at, outward, upward, length):
    """A cluster of thin three-sided needles fanning out from one point."""
    across = outward.cross(upward).normalized()
    for lean_up, lean_side, scale in NEEDLES:
        way = (outward + upward * lean_up + across * lean_side).normalized()
        side = way.orthogonal().normalized()
        turn = Matrix.Rotation(2 * math.pi / 3, 3, way)
        base = [at - way * 0.02 + v * 0.011 for v in (side, turn @ side, turn @ turn @ side)]
        base = [spines.verts.new(co) for co in base]
        tip = spines.verts.new(at + way * length * scale)
        for i in range(3):
            spines.faces.new((base[i], base[(i + 1) % 3], tip))


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

    around = ribs * 8
    bm = bmesh.new()
    loops = []
    stops = [(total - dome) * i / rings for i in range(rings)]
    stops += [total - dome * math.cos(math.pi / 2 * i / 12) for i in range(12)]
    for s in stops:
        centre, (_, out), size = sample(s), frame(s), girth(s)
        loop = []
        for k in range(around):
            a = 2 * math.pi * k / around
            groove = 0.79 + 0.21 * abs(math.cos(ribs * a / 2)) ** 0.75
            loop.append(bm.verts.new(centre + (out * math.cos(a) + side * math.sin(a)) * size * groove))
        loops.append(loop)
    for low, high in zip(loops, loops[1:]):
        for k in range(around):
            j = (k + 1) % around
            bm.faces.new((low[k], low[j], high[j], high[k]))
    tip = bm.verts.new(sample(total) - frame(total)[0] * radius * 0.03)
    for k in range(around):
        bm.faces.new((loops[-1][k], loops[-1][(k + 1) % around], tip))
    bmesh.ops.recalc_face_normals(bm, faces=bm.faces)
    add_mesh(name, bm)

    s = first_spine
    while s < total - 0.16 * radius:
        centre, (along, out), size = sample(s), frame(s), girth(s)
        lean = max(0.0, 1.0 - size / radius)
        for rib in range(ribs):
            a = 2 * math.pi * rib / ribs
            outward = out * math.cos(a) + side * math.sin(a)
            needle = (outward + along * lean * 1.4).normalized()
            add_spines(centre + outward * size, needle, along, 0.225 * radius ** 0.6)
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


crown = column("Stem", [Vector((0, 0, SOIL_Z - 0.1)), Vector((0, 0, 4.30))], 0.43, 12, 12, 0.215, 0.30)
bud = column("Arm 1", arm_path(-25, 2.10, 0.98, 0.34, 3.62), 0.255, 9, 22, 0.165, 0.48)
column("Arm 2", arm_path(150, 2.62, 0.90, 0.32, 3.78), 0.235, 9, 20, 0.165, 0.48)
column("Arm 3", arm_path(60, 1.84, 0.84, 0.30, 2.72), 0.225, 9, 18, 0.165, 0.48)
add_mesh("Spines", spines)


# --- Flowers ---
def petal(bm, turn, length, width, start, end):
    """A pointed leaf, 3 x 7 points, whose slope goes from start to end (degrees)."""
    breadths = (0.30, 0.58, 0.84, 1.0, 0.92, 0.60, 0.05)
    reach, height, grid = 0.05, 0.0, []
    for i, breadth in enumerate(breadths):
        half = width * breadth
        row = [Vector((reach - 0.25 * half * abs(k), half * k, height + 0.25 * half * abs(k))) for k in (-1, 0, 1)]
        grid.append([bm.verts.new(turn @ co) for co in row])
        slope = math.radians(start + (end - start) * i / (len(breadths) - 1))
        reach += math.cos(slope) * length / (len(breadths) - 1)
        height += math.sin(slope) * length / (len(breadths) - 1)
    for low, high in zip(grid, grid[1:]):
        for k in range(2):
            bm.faces.new((low[k], high[k], high[k + 1], low[k + 1]))


WHORLS = ((0.50, 0.115, 62, -12), (0.44, 0.105, 78, 28), (0.32, 0.085, 86, 58))


def flower(name, at, scale, petals):
    """Three whorls of petals round a lathed heart; the inner whorls stand steeper."""
    bm = bmesh.new()
    for whorl, (length, width, start, end) in enumerate(WHORLS):
        for i in range(petals):
            turn = Matrix.Rotation(2 * math.pi * (i + whorl / 2) / petals, 3, "Z")
            petal(bm, turn, length, width, start, end)
    obj = add_mesh(name, bm)
    solid = obj.modifiers.new("Solidify", "SOLIDIFY")
    solid.thickness = 0.018
    smooth = obj.modifiers.new("Subdivision", "SUBSURF")
    smooth.levels = smooth.render_levels = 1
    heart = lathe(name + " heart", [(0.0, 0.26), (0.04, 0.25), (0.07, 0.21), (0.07, 0.16), (0.05, 0.04),
                                    (0.10, 0.0), (0.17, -0.08)], steps=24)
    for part in (obj, heart):
        part.location, part.scale = at, (scale, scale, scale)


flower("Crown flower", crown + Vector((0, 0, 0.01)), 1.0, 9)
flower("Arm flower", bud, 0.55, 7)
