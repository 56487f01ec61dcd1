"""A free-standing spiral staircase: eighteen treads, one and a half turns. It starts towards -Y.

One of each part (tread, collar, bracket, baluster) is modelled at the lowest
step; an Array whose offset object turns and lifts it repeats it up the helix.
Turned parts are revolved profiles, flat ones filled 2D curves, rails bevelled curves.
"""
import math

import bmesh
import bpy
from mathutils import Matrix, Vector

X, Y, Z = Vector((1, 0, 0)), Vector((0, 1, 0)), Vector((0, 0, 1))
TREADS, STEP, RISE = 18, math.radians(30), 0.21
START = math.radians(-105)            # where the lowest tread begins
OUTER, RAIL_RADIUS, RAIL = 1.32, 1.24, 0.88

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


def lathe(name, profile, at=(0, 0, 0), axis=Z, steps=32, crisp=35):
    """Revolve (radius, height) points around an axis; they run upwards on the outside."""
    bm = bmesh.new()
    verts = [bm.verts.new((r, 0.0, z)) for r, z in profile]
    for a, b in zip(verts, verts[1:]):
        bm.edges.new((a, b))
    obj = add_mesh(name, bm)
    screw = obj.modifiers.new("Screw", "SCREW")
    screw.steps = screw.render_steps = steps
    screw.use_merge_vertices = screw.use_normal_flip = True
    keep_edges_crisp(obj, crisp)
    return place(obj, Vector(at), axis)


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


def climb(obj, count, step=None, rise=None):
    """Copies up the helix around the world's Z axis, by an Array whose offset is a hidden pivot."""
    pivot = add_object(obj.name + " pivot", None)
    turn = Matrix.Rotation(STEP if step is None else step, 4, "Z")
    pivot.matrix_world = Matrix.Translation((0, 0, RISE if rise is None else rise)) @ turn @ obj.matrix_world
    pivot.hide_render = pivot.hide_viewport = True
    array = obj.modifiers.new("Climb", "ARRAY")
    array.count, array.use_relative_offset = count, False
    array.use_object_offset, array.offset_object = True, pivot
    return obj


def arc(cx, cy, radius, start, end, count=12):
    angles = [math.radians(start + (end - start) * i / count) for i in range(count + 1)]
    return [(cx + radius * math.cos(a), cy + radius * math.sin(a)) for a in angles]


def polar(radius, angle, z=0.0):
    return Vector((radius * math.cos(angle), radius * math.sin(angle), z))


def wedge(angle, inner, outer, overhang=0.0, count=5):
    """A wedge between the radii, symmetric to +X."""
    half = math.degrees(angle) / 2
    wide = half + overhang
    return arc(0, 0, outer, -wide, wide, count) + arc(0, 0, inner, half * 1.6, -half * 1.6, 2)


def tread_top(i):
    return RISE * (i + 1) + 0.12


def rail_z(angle):
    """Height of the handrail: a helix that levels out above the landing."""
    return min(RISE * (angle - START) / STEP + 0.12 + 0.5 * RISE + RAIL, tread_top(TREADS) + RAIL)


FIRST = START + STEP / 2                                   # middle of the lowest tread
FIRST_TURN = Matrix.Rotation(FIRST, 3, "Z")
OUT, ALONG = FIRST_TURN @ X, FIRST_TURN @ Y

# --- Base plate and column ---
lathe("Base plate", [(0.0, 0.0), (0.50, 0.0), (0.53, 0.02), (0.53, 0.06), (0.50, 0.085), (0.40, 0.09), (0.38, 0.12),
                     (0.34, 0.14), (0.24, 0.16), (0.18, 0.22), (0.16, 0.30), (0.12, 0.32)], steps=40)
climb(lathe("Bolt", [(0.045, 0.08), (0.045, 0.115), (0.02, 0.125), (0.0, 0.125)], (0.45, 0, 0), steps=6), 8,
      math.pi / 4, 0.0)
TOP = tread_top(TREADS) + RAIL + 0.10
lathe("Column", [(0.105, 0.1), (0.105, TOP - 0.14), (0.15, TOP - 0.12), (0.15, TOP - 0.08), (0.11, TOP - 0.06),
                 (0.10, TOP - 0.02), (0.13, TOP), (0.07, TOP + 0.03), (0.06, TOP + 0.06)], steps=20)
lathe("Ball", [(0.0, TOP + 0.03)] + [(0.14 * math.cos(a), TOP + 0.18 + 0.14 * math.sin(a))
                                     for a in (math.radians(-62 + 19 * k) for k in range(8))] + [(0.0, TOP + 0.32)],
      steps=22)

# --- Treads, each with a collar on the column, a riser lip and a curved bracket ---
climb(sheet("Tread", [wedge(STEP, 0.13, OUTER, 2.0)], (0, 0, tread_top(0) - 0.03), OUT, ALONG, 0.06, bevel=0.012),
      TREADS)
climb(lathe("Collar", [(0.10, -0.05), (0.15, -0.04), (0.15, 0.03), (0.10, 0.045)],
            (0, 0, tread_top(0) - 0.02), steps=14), TREADS + 1)
# An iron leaf: a quarter ellipse below, an eye cut out of it.
lower = [(0.10 + 0.94 * (1 - math.cos(t)), -0.23 + 0.19 * math.sin(t)) for t in (math.radians(15 * k)
                                                                                 for k in range(7))]
hole = [(0.30 + 0.16 * math.cos(t), -0.072 + 0.034 * math.sin(t) + 0.016 * math.cos(t))
        for t in (2 * math.pi * k / 9 for k in range(9))]
bracket = [(0.10, -0.26)] + lower + [(1.04, 0.0), (0.10, 0.0)]
climb(sheet("Bracket", [bracket, hole], (0, 0, tread_top(0) - 0.058), OUT, Z, 0.05), TREADS)


# --- Balusters: two to a tread, each ending in the handrail ---
def baluster(name, angle, low, high, girth=1.0):
    """Turned, with a knop at two thirds; the foot stands on the tread."""
    h = high - low
    profile = [(0.032, 0.0), (0.030, 0.03), (0.015, 0.06), (0.019, 0.30 * h), (0.014, 0.59 * h), (0.031, 0.625 * h),
               (0.031, 0.665 * h), (0.014, 0.70 * h), (0.013, h)]
    return lathe(name, [(r * girth, z) for r, z in profile], polar(RAIL_RADIUS, angle, low), steps=6,
                 crisp=75)


for part in (0.25, 0.75):
    angle = START + STEP * part
    climb(baluster("Baluster", angle, tread_top(0) - 0.01, rail_z(angle)), TREADS)

# --- Landing: a quarter circle with a fascia, its own bracket and railing ---
LEVEL, LAST = tread_top(TREADS), START + STEP * TREADS
middle = LAST + math.radians(45)
turn = Matrix.Rotation(middle, 3, "Z")
quarter = [(0.0, 0.0)] + arc(0, 0, OUTER, -46, 45, 18)
sheet("Landing", [quarter], (0, 0, LEVEL - 0.035), turn @ X, turn @ Y, 0.07, bevel=0.012)
for degrees in (8, 45, 82):
    side = Matrix.Rotation(LAST + math.radians(degrees), 3, "Z") @ X
    sheet("Bracket", [bracket, hole], (0, 0, LEVEL - 0.068), side, Z, 0.05)
fascia = arc(0, 0, OUTER - 0.03, -44, 44, 18) + arc(0, 0, OUTER - 0.07, 44, -44, 18)
sheet("Fascia", [fascia], (0, 0, LEVEL - 0.12), turn @ X, turn @ Y, 0.12)
for k in range(11):
    angle = LAST + math.radians(6 + 7.6 * k)
    baluster("Baluster", angle, LEVEL - 0.01, rail_z(angle))
for angle, low in ((LAST + math.radians(88.5), LEVEL), (START - math.radians(1.0), 0.0)):
    high = rail_z(max(angle, START)) + 0.12
    newel = [(0.075, 0.0), (0.075, 0.10), (0.05, 0.13), (0.035, 0.18), (0.05, 0.45 * (high - low)),
             (0.032, 0.74 * (high - low)),
             (0.055, 0.77 * (high - low)), (0.055, high - low - 0.06), (0.03, high - low - 0.04)]
    ball = [(0.065 * math.cos(a), high - low + 0.02 + 0.065 * math.sin(a)) for a in (math.radians(-60 + 25 * k)
                                                                                     for k in range(6))]
    lathe("Newel", newel + ball + [(0.0, high - low + 0.085)], polar(RAIL_RADIUS, angle, low), steps=16)

# --- Handrail: one smooth helix from newel to newel, and a thinner stringer under the treads ---
end = LAST + math.radians(88.5)
path = [START + (end - START) * k / 108 for k in range(109)]
tube("Handrail", [polar(RAIL_RADIUS, a, rail_z(a)) for a in path], 0.038, resolution=3)
string = [START + (LAST - START) * k / 84 for k in range(85)]
tube("Stringer", [polar(RAIL_RADIUS, a, RISE * (a - START) / STEP + 0.5 * RISE + 0.08) for a in string], 0.022,
     resolution=1)

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


oak, iron = paint("Oak", (0.36, 0.17, 0.06), 0.45), paint("Iron", (0.035, 0.045, 0.05), 0.45)
brass, rail = paint("Brass", (0.76, 0.49, 0.16), 0.32, 0.3), paint("Mahogany", (0.17, 0.045, 0.02), 0.35)
# The first prefix that fits decides.
FINISHES = (("Tread", oak), ("Landing", oak), ("Handrail", rail), ("Ball", brass), ("Collar", brass), ("Bolt", brass),
            ("", iron))
for obj in bpy.context.scene.objects:
    if obj.data:
        obj.data.materials.append(next(material for prefix, material in FINISHES if obj.name.startswith(prefix)))
