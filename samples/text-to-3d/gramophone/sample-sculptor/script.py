"""A wind-up gramophone with a fluted horn. Its front looks towards -Y.

The case is made of square mouldings (a Screw modifier with four steps), turned
parts are profiles with more steps, the horn is lofted petal by petal in bmesh
and thickened with Solidify, tubes are bevelled curves.
"""
import math

import bmesh
import bpy
from mathutils import Matrix, Vector

X, Y, Z = Vector((1, 0, 0)), Vector((0, 1, 0)), Vector((0, 0, 1))

for obj in list(bpy.data.objects):
    bpy.data.objects.remove(obj, do_unlink=True)


# --- Building blocks ---
def add_object(name, data):
    obj = bpy.data.objects.new(name, data)
    bpy.context.scene.collection.objects.link(obj)
    return obj


def add_mesh(name, bm, smooth=True):
    mesh = bpy.data.meshes.new(name)
    bm.to_mesh(mesh)
    bm.free()
    mesh.polygons.foreach_set("use_smooth", [smooth] * len(mesh.polygons))
    return add_object(name, mesh)


def keep_edges_crisp(obj, degrees=35):
    obj.modifiers.new("Crisp edges", "EDGE_SPLIT").split_angle = math.radians(degrees)


def place(obj, at, axis):
    """Move an object so that its local Z looks along axis."""
    obj.matrix_world = Matrix.Translation(at) @ Vector(axis).to_track_quat("Z", "Y").to_matrix().to_4x4()
    return obj


def lathe(name, profile, at=(0, 0, 0), axis=Z, steps=32):
    """Revolve (radius, height) points around an axis; they run upwards on the outside."""
    bm = bmesh.new()
    verts = [bm.verts.new((r, 0.0, z)) for r, z in profile]
    for a, b in zip(verts, verts[1:]):
        bm.edges.new((a, b))
    obj = add_mesh(name, bm)
    screw = obj.modifiers.new("Screw", "SCREW")
    screw.steps = screw.render_steps = steps
    screw.use_merge_vertices = screw.use_normal_flip = True
    keep_edges_crisp(obj)
    return place(obj, Vector(at), axis)


def block(name, low, high, bevel=0.02):
    """A box between two corners with chamfered edges."""
    low, high = Vector(low), Vector(high)
    fit = Matrix.Translation((low + high) / 2) @ Matrix.Diagonal((*(high - low), 1.0))
    bm = bmesh.new()
    bmesh.ops.create_cube(bm, size=1.0, matrix=fit)
    obj = add_mesh(name, bm, smooth=False)
    if bevel:
        obj.modifiers.new("Bevel", "BEVEL").width = bevel
    return obj


def sheet(name, outlines, at, right, up, thickness, bevel=0.0):
    """A flat sheet from 2D outlines (the first is the rim, the others are holes)."""
    curve = bpy.data.curves.new(name, "CURVE")
    curve.dimensions, curve.fill_mode = "2D", "BOTH"
    curve.extrude, curve.offset = thickness / 2 - bevel, -bevel
    curve.bevel_depth, curve.bevel_resolution = bevel, 0
    for outline in outlines:
        spline = curve.splines.new("POLY")
        spline.points.add(len(outline) - 1)
        spline.use_cyclic_u = True
        for point, (u, v) in zip(spline.points, outline):
            point.co = (u, v, 0.0, 1.0)
    obj = add_object(name, curve)
    keep_edges_crisp(obj)
    right, up = Vector(right), Vector(up)
    obj.matrix_world = Matrix.Translation(at) @ Matrix((right, up, right.cross(up))).transposed().to_4x4()
    return obj


def tube(name, points, radius, resolution=1, cyclic=False, radii=None):
    """A round rod along points; radii are factors of radius."""
    curve = bpy.data.curves.new(name, "CURVE")
    curve.dimensions = "3D"
    curve.bevel_depth, curve.bevel_resolution, curve.use_fill_caps = radius, resolution, True
    spline = curve.splines.new("POLY")
    spline.points.add(len(points) - 1)
    spline.use_cyclic_u = cyclic
    for i, (point, co) in enumerate(zip(spline.points, points)):
        point.co = (*co, 1.0)
        point.radius = radii[i] if radii else 1.0
    return add_object(name, curve)


def repeat_around(obj, count, step=None):
    """Copies around the world's Z axis, by an Array whose offset is a hidden pivot."""
    pivot = add_object(obj.name + " pivot", None)
    pivot.matrix_world = Matrix.Rotation(step or 2 * math.pi / count, 4, "Z") @ obj.matrix_world
    pivot.hide_render = pivot.hide_viewport = True
    array = obj.modifiers.new("Around", "ARRAY")
    array.count, array.use_relative_offset = count, False
    array.use_object_offset, array.offset_object = True, pivot
    return obj


def arc(cx, cy, radius, start, end, count=12):
    angles = [math.radians(start + (end - start) * i / count) for i in range(count + 1)]
    return [(cx + radius * math.cos(a), cy + radius * math.sin(a)) for a in angles]


def moulding(name, profile):
    """A square case part from (half width, height) points: a lathe of four steps has mitred corners."""
    obj = lathe(name, [(half * math.sqrt(2), z) for half, z in profile], steps=4)
    obj.matrix_world = Matrix.Rotation(math.pi / 4, 4, "Z")
    return obj


def smooth_path(knots, per_span=5):
    """Catmull-Rom curve through the knots."""
    knots = [Vector(k) for k in knots]
    ends = [2 * knots[0] - knots[1]] + knots + [2 * knots[-1] - knots[-2]]
    path = []
    for p0, p1, p2, p3 in zip(ends, ends[1:], ends[2:], ends[3:]):
        for i in range(per_span):
            t = i / per_span
            square, cube = 2 * p0 - 5 * p1 + 4 * p2 - p3, 3 * p1 - p0 - 3 * p2 + p3
            path.append(0.5 * (2 * p1 + (p2 - p0) * t + square * t ** 2 + cube * t ** 3))
    return path + [knots[-1]]


# --- Case: moulded plinth, panelled sides, corner columns, moulded lid, bun feet ---
moulding("Plinth", [(0.0, 0.16), (1.62, 0.16), (1.66, 0.19), (1.66, 0.34), (1.63, 0.38), (1.56, 0.41), (1.53, 0.47),
                    (1.48, 0.51), (1.44, 0.52)])
moulding("Case", [(1.40, 0.45), (1.40, 1.52)])
moulding("Lid", [(1.40, 1.44), (1.46, 1.47), (1.48, 1.53), (1.56, 1.57), (1.60, 1.62), (1.60, 1.70), (1.57, 1.74),
                 (1.50, 1.755), (1.44, 1.80), (1.38, 1.82), (0.0, 1.82)])
outer = [(-1.02, 0.66), (1.02, 0.66), (1.02, 1.36), (-1.02, 1.36)]
inner = [(-0.92, 0.76), (0.92, 0.76), (0.92, 1.26), (-0.92, 1.26)]
repeat_around(sheet("Panel frame", [outer, inner], (0, -1.41, 0), (1, 0, 0), Z, 0.10, bevel=0.025), 4)
field = [(-0.80, 0.85), (0.80, 0.85), (0.80, 1.17), (-0.80, 1.17)]
repeat_around(sheet("Panel field", [field], (0, -1.40, 0), (1, 0, 0), Z, 0.10, bevel=0.04), 4)
column = lathe("Column", [(0.13, 0.50), (0.13, 0.56), (0.10, 0.58), (0.12, 0.62), (0.085, 0.66), (0.10, 0.98),
                          (0.085, 1.30),
                          (0.12, 1.34), (0.10, 1.38), (0.13, 1.40), (0.13, 1.46)], (1.33, -1.33, 0), steps=14)
repeat_around(column, 4)
foot = lathe("Foot", [(0.0, 0.0), (0.13, 0.0), (0.20, 0.05), (0.21, 0.10), (0.17, 0.16), (0.15, 0.18)],
             (1.38, -1.38, 0), steps=16)
repeat_around(foot, 4)

# --- Turntable and record ---
HUB = Vector((0, -0.18, 1.82))
lathe("Turntable", [(1.14, 0.03), (1.20, 0.05), (1.20, 0.10), (1.17, 0.12), (0.0, 0.12)], HUB, steps=48)
lathe("Turntable foot", [(0.5, 0.0), (0.5, 0.03)], HUB, steps=24)
grooves = [(1.13, 0.115), (1.13, 0.15), (1.10, 0.158)]
for k in range(8):
    r = 1.05 - 0.075 * k
    grooves += [(r, 0.156), (r - 0.018, 0.140), (r - 0.036, 0.156)]
lathe("Record", grooves + [(0.42, 0.156), (0.0, 0.156)], HUB, steps=48)
lathe("Label", [(0.37, 0.15), (0.365, 0.166), (0.30, 0.168), (0.29, 0.163), (0.0, 0.163)], HUB, steps=28)
lathe("Spindle", [(0.05, 0.15), (0.05, 0.20), (0.03, 0.26), (0.0, 0.27)], HUB, steps=10)
block("Brake", HUB + Vector((-1.24, -0.80, 0.0)), HUB + Vector((-1.10, -0.56, 0.06)), 0.015)
tube("Brake lever", [HUB + Vector((-1.17, -0.62, 0.05)), HUB + Vector((-1.06, -0.36, 0.09))], 0.025)

# --- Horn: a bent tube from the back of the case, then ten fluted petals ---
BEND, REACH, PETALS = math.radians(64), 2.05, 10
elbow = [(0, 1.38, 1.12), (0, 1.66, 1.12), (0, 1.86, 1.22), (0, 1.94, 1.46), (0, 1.95, 1.80), (0, 1.95, 2.9)]
neck = smooth_path(elbow[:5], 4) + [Vector(elbow[5])]
turn = Vector((0, 1.95 - 1.05, 2.9))                       # centre of the upper bend
for k in range(1, 9):
    a = BEND * k / 8
    neck.append(turn + Vector((0, 1.05 * math.cos(a), 1.05 * math.sin(a))))
swell = [1.0 if p.z < 2.0 else 1.0 + 0.75 * (k / len(neck)) ** 3 for k, p in enumerate(neck)]
tube("Neck", neck, 0.125, resolution=4, radii=swell)
throat = neck[-1]
AIM = Vector((0, -math.sin(BEND), math.cos(BEND)))         # the horn looks forward and up
LIFT = Vector((0, math.cos(BEND), math.sin(BEND)))
lathe("Wall plate", [(0.0, -0.02), (0.27, -0.02), (0.27, 0.03), (0.22, 0.06), (0.17, 0.07), (0.15, 0.12)],
      (0, 1.40, 1.12), Y, steps=24)
for at, axis, size in ((Vector((0, 1.95, 1.98)), Z, 0.155), (throat, AIM, 0.235)):
    lathe("Collar", [(0.7 * size, -0.08), (1.0 * size, -0.08), (1.14 * size, -0.05), (1.0 * size, -0.02),
                     (1.0 * size, 0.02), (1.14 * size, 0.05), (1.0 * size, 0.08), (0.7 * size, 0.08)], at, axis,
          steps=24)


def horn():
    """Rings whose radius flares towards the rim; flutes and scallops deepen with it."""
    bm = bmesh.new()
    around, along, loops = PETALS * 8, 15, []
    for k in range(along + 1):
        s = (k / along) ** 0.8
        flare = 0.19 + 0.30 * s + 1.42 * s ** 3.4
        loop = []
        for i in range(around):
            angle = 2 * math.pi * i / around
            arch = abs(math.sin(PETALS * angle / 2)) ** 0.75    # 0 in the seams, 1 along a petal's middle
            depth = 0.20 * s ** 1.2
            r = flare * (1.0 - depth * (1.0 - arch))
            # The rim of each petal rolls back and reaches further than the seams.
            ahead = REACH * (1.0 - (1.0 - s) ** 1.25) + 0.10 * arch * s ** 6 - 0.16 * s ** 9
            side = Vector((1, 0, 0)) * math.cos(angle) + LIFT * math.sin(angle)
            loop.append(bm.verts.new(throat + AIM * ahead + side * r))
        loops.append(loop)
    for low, high in zip(loops, loops[1:]):
        for i in range(around):
            j = (i + 1) % around
            bm.faces.new((low[i], low[j], high[j], high[i]))
    obj = add_mesh("Horn", bm)
    solid = obj.modifiers.new("Solidify", "SOLIDIFY")
    solid.thickness, solid.offset = 0.035, 0.0
    # The seams stay sharp creases from the outside.
    keep_edges_crisp(obj, 50)


horn()

# --- Tone arm and sound box ---
arm = smooth_path([(0, 1.95, 2.16), (0.02, 1.55, 2.36), (0.30, 0.90, 2.44), (0.58, 0.30, 2.38), (0.66, 0.02, 2.26),
                   (0.68, -0.12, 2.22)], 4)
tube("Tone arm", arm, 0.085, resolution=3, radii=[1.0 - 0.35 * k / (len(arm) - 1) for k in range(len(arm))])
BOX, FACE = Vector((0.70, -0.20, 2.20)), Vector((0.95, -0.10, 0.22)).normalized()
lathe("Sound box", [(0.0, -0.09), (0.12, -0.09), (0.20, -0.07), (0.235, -0.06), (0.235, 0.04), (0.20, 0.06),
                    (0.19, 0.04),
                    (0.05, 0.03), (0.04, 0.06), (0.0, 0.065)], BOX, FACE, steps=28)
tube("Needle bar", [BOX + FACE * 0.06, BOX + FACE * 0.05 + Vector((0, -0.06, -0.20))], 0.022)
tube("Needle", [BOX + FACE * 0.05 + Vector((0, -0.05, -0.18)), Vector((0.72, -0.34, HUB.z + 0.15))], 0.012)

# --- Crank: rod, bent arm and a turned handle, out of the right side ---
ROD = Vector((1.40, 0.25, 1.00))
lathe("Crank plate", [(0.0, 0.0), (0.20, 0.0), (0.20, 0.03), (0.15, 0.06), (0.10, 0.06), (0.10, 0.14), (0.0, 0.14)],
      ROD, X, steps=24)
crank = [ROD, ROD + X * 0.44, ROD + Vector((0.54, 0, -0.03)), ROD + Vector((0.58, 0, -0.12)),
         ROD + Vector((0.58, -0.06, -0.60)), ROD + Vector((0.58, -0.065, -0.70))]
tube("Crank", crank, 0.055, resolution=2)
lathe("Handle", [(0.0, -0.04), (0.07, -0.04), (0.08, 0.02), (0.06, 0.06), (0.085, 0.14), (0.115, 0.28), (0.11, 0.40),
                 (0.075, 0.50), (0.095, 0.54), (0.07, 0.60), (0.0, 0.615)], crank[-1], X, steps=18)

# --- Materials ---
def paint(name, colour, roughness, metallic=0.0):
    """A plain material; colour is linear RGB."""
    material = bpy.data.materials.new(name)
    material.use_nodes = True
    shader = next(node for node in material.node_tree.nodes if node.type == "BSDF_PRINCIPLED")
    shader.inputs["Base Color"].default_value = (*colour, 1.0)
    shader.inputs["Roughness"].default_value = roughness
    shader.inputs["Metallic"].default_value = metallic
    return material


oak, dark = paint("Oak", (0.30, 0.125, 0.04), 0.4), paint("Dark oak", (0.13, 0.048, 0.018), 0.4)
brass, steel = paint("Brass", (0.80, 0.52, 0.17), 0.3, 0.3), paint("Nickel", (0.66, 0.65, 0.62), 0.3, 0.3)
shellac, label = paint("Shellac", (0.012, 0.012, 0.014), 0.3), paint("Label", (0.50, 0.03, 0.025), 0.6)
felt, black = paint("Felt", (0.02, 0.12, 0.06), 0.9), paint("Ebony", (0.02, 0.017, 0.015), 0.35)
# The first prefix that fits decides.
FINISHES = (("Horn", brass), ("Neck", brass), ("Collar", steel), ("Wall plate", steel), ("Panel frame", dark),
            ("Column", dark),
            ("Plinth", dark), ("Lid", dark), ("Foot", black), ("Handle", black), ("Record", shellac),
            ("Label", label),
            ("Turntable", felt), ("Case", oak), ("Panel", oak), ("", steel))
for obj in bpy.context.scene.objects:
    if obj.data:
        obj.data.materials.append(next(material for prefix, material in FINISHES if obj.name.startswith(prefix)))
