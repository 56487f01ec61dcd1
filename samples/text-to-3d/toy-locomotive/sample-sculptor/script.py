"""A toy tank locomotive: banded boiler, flared chimney, domes, cab and rods.

One unit is 10 cm, the front is +X. Turned parts are profiles revolved with a
Screw modifier, sheet parts are filled 2D curves (so windows are real holes),
blocks get a Bevel modifier, spokes come from an Array around the hub.
"""
import math
import random

import bmesh
import bpy
from mathutils import Matrix, Vector

random.seed(3)
X, Y, Z = Vector((1, 0, 0)), Vector((0, 1, 0)), Vector((0, 0, 1))
DRIVER, LEADER = 0.66, 0.38           # wheel radii
DRIVER_X, LEADER_X = (-1.45, 0.05), 1.36
BOILER_Z, DECK_Z = 1.78, 1.00
CRANK = math.radians(-35)

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


def place(obj, at, axis):
    """Move an object so that its local Z looks along axis."""
    obj.matrix_world = Matrix.Translation(at) @ Vector(axis).to_track_quat("Z", "Y").to_matrix().to_4x4()
    return obj


def lathe(name, profile, at, axis=Z, steps=20):
    """Revolve (radius, height) points around an axis through at."""
    bm = bmesh.new()
    verts = [bm.verts.new((r, 0.0, z)) for r, z in profile]
    for a, b in zip(verts, verts[1:]):
        bm.edges.new((a, b))
    obj = add_mesh(name, bm)
    screw = obj.modifiers.new("Screw", "SCREW")
    screw.steps = screw.render_steps = steps
    screw.use_merge_vertices = screw.use_normal_flip = True   # profiles run upwards on the outside
    obj.modifiers.new("Crisp edges", "EDGE_SPLIT").split_angle = math.radians(35)
    return place(obj, at, axis)


def block(name, low, high, bevel=0.035):
    """A box between two corners with rounded edges."""
    low, high = Vector(low), Vector(high)
    fit = Matrix.Translation((low + high) / 2) @ Matrix.Diagonal((*(high - low), 1.0))
    bm = bmesh.new()
    bmesh.ops.create_cube(bm, size=1.0, matrix=fit)
    obj = add_mesh(name, bm, smooth=False)
    mod = obj.modifiers.new("Bevel", "BEVEL")
    mod.width, mod.segments = bevel, 1
    return obj


def sheet(name, outlines, at, right, up, thickness, bevel=0.012):
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
    obj.modifiers.new("Crisp edges", "EDGE_SPLIT").split_angle = math.radians(35)
    normal = right.cross(up)
    obj.matrix_world = Matrix.Translation(at) @ Matrix((right, up, normal)).transposed().to_4x4()
    return obj


def tube(name, points, radius, resolution=1):
    curve = bpy.data.curves.new(name, "CURVE")
    curve.dimensions = "3D"
    curve.bevel_depth, curve.bevel_resolution, curve.use_fill_caps = radius, resolution, True
    spline = curve.splines.new("POLY")
    spline.points.add(len(points) - 1)
    for point, co in zip(spline.points, points):
        point.co = (*co, 1.0)
    return add_object(name, curve)


def arc(cx, cy, radius, start, end, count=12):
    angles = [math.radians(start + (end - start) * i / count) for i in range(count + 1)]
    return [(cx + radius * math.cos(a), cy + radius * math.sin(a)) for a in angles]


def rounded(x0, y0, x1, y1, r):
    """A rectangle with rounded corners."""
    corners = ((x1 - r, y0 + r), (x1 - r, y1 - r), (x0 + r, y1 - r), (x0 + r, y0 + r))
    return [point for i, (x, y) in enumerate(corners) for point in arc(x, y, r, 90 * i - 90, 90 * i, 2)]


# --- Wheels ---
def wheel(name, x, side, radius, spokes):
    at, out = Vector((x, side * 0.57, radius)), Y * side
    rim = radius * 0.76
    lathe(name + " tyre", [(rim, -0.10), (radius, -0.10), (radius, -0.06), (radius * 0.94, -0.045),
                           (radius * 0.92, 0.09), (rim, 0.09), (rim, -0.08)], at, out, steps=22)
    lathe(name + " hub", [(radius * 0.24, -0.09), (radius * 0.24, 0.09), (0.09, 0.11), (0.07, 0.17), (0.0, 0.175)],
          at, out, steps=14)
    pivot = add_object(name + " turn", None)
    bm = bmesh.new()
    bmesh.ops.create_cone(bm, cap_ends=False, segments=6, radius1=radius * 0.085, radius2=radius * 0.06, depth=rim,
                          matrix=Matrix.Translation((rim * 0.52, 0, 0)) @ Matrix.Rotation(math.pi / 2, 4, "Y"))
    ring = add_mesh(name + " spokes", bm)
    array = ring.modifiers.new("Array", "ARRAY")
    array.count, array.use_relative_offset, array.use_object_offset, array.offset_object = spokes, False, True, pivot
    place(ring, at, out)
    pivot.matrix_world = ring.matrix_world @ Matrix.Rotation(2 * math.pi / spokes, 4, "Z")
    pivot.hide_render = pivot.hide_viewport = True


def crank_pin(x, side):
    return Vector((x + 0.30 * math.cos(CRANK), side * 0.72, DRIVER + 0.30 * math.sin(CRANK)))


def rod(name, a, b, y):
    """A connecting rod from a to b with round eyes at both ends."""
    right = (b - a).normalized()
    outline = arc(0, 0, 0.12, 25, 335, 9) + arc((b - a).length, 0, 0.12, -155, 155, 9)
    sheet(name, [outline], Vector((a.x, y, a.z)), right, right.cross(Y), 0.07)


for side in (-1, 1):
    for i, x in enumerate(DRIVER_X):
        wheel(f"Driver {i} {side:+d}", x, side, DRIVER, 12)
        pin = crank_pin(x, side)
        lathe("Crank pin", [(0.0, -0.10), (0.07, -0.10), (0.07, 0.16), (0.05, 0.19), (0.0, 0.195)], pin,
              Y * side, steps=10)
    wheel(f"Leader {side:+d}", LEADER_X, side, LEADER, 8)
    rear, front = crank_pin(DRIVER_X[0], side), crank_pin(DRIVER_X[1], side)
    rod(f"Coupling rod {side:+d}", rear, front, side * 0.75)
    cylinder_at = Vector((1.42, side * 0.80, 0.74))
    crosshead = Vector((0.92, side * 0.80, 0.72))
    rod(f"Main rod {side:+d}", front, crosshead, side * 0.84)
    tube(f"Piston rod {side:+d}", [crosshead - X * 0.10, cylinder_at - X * 0.2], 0.045)
    block(f"Crosshead {side:+d}", crosshead - Vector((0.10, 0.07, 0.10)),
          crosshead + Vector((0.10, 0.07, 0.10)), 0.02)
    for z in (0.13, -0.13):
        tube(f"Guide bar {side:+d}", [crosshead + Vector((-0.22, 0, z)), cylinder_at + Vector((-0.2, 0, z))], 0.026)
    lathe(f"Cylinder {side:+d}", [(0.0, -0.36), (0.12, -0.36), (0.13, -0.33), (0.265, -0.33), (0.265, -0.25),
                                  (0.24, -0.24), (0.24, 0.24), (0.265, 0.25), (0.265, 0.33),
                                  (0.13, 0.34), (0.12, 0.375), (0.0, 0.375)], cylinder_at, X, steps=18)
for x, radius in ((DRIVER_X[0], DRIVER), (DRIVER_X[1], DRIVER), (LEADER_X, LEADER)):
    tube("Axle", [(x, -0.6, radius), (x, 0.6, radius)], 0.07)

# --- Frame, deck, splashers over the drivers, buffers ---
block("Frame", (-2.30, -0.40, 0.55), (2.00, 0.40, 0.98))
block("Deck", (-2.42, -0.92, DECK_Z - 0.04), (2.04, 0.92, DECK_Z + 0.05), 0.02)
for x in (-2.44, 2.02):
    block("Buffer beam", (x - 0.07, -0.88, 0.72), (x + 0.07, 0.88, DECK_Z + 0.07), 0.025)
for end in (-1, 1):
    for side in (-1, 1):
        lathe("Buffer", [(0.15, 0.0), (0.15, 0.03), (0.11, 0.05), (0.10, 0.16), (0.06, 0.17), (0.06, 0.27),
                         (0.18, 0.27), (0.18, 0.30), (0.09, 0.335), (0.0, 0.34)],
              Vector((2.07 if end > 0 else -2.49, side * 0.56, 0.87)), X * end, steps=12)
for side in (-1, 1):
    for x in DRIVER_X:
        sheet("Splasher", [arc(x, DRIVER, 0.76, 27, 153, 12)], Vector((0, side * 0.64, 0)), X, Z, 0.36, bevel=0.03)
    sheet("Step hanger", [rounded(-2.38, 0.46, -2.14, 1.0, 0.04)], Vector((0, side * 0.82, 0)), X, Z, 0.05, bevel=0.0)
    block("Step", (-2.40, side * 0.88 - 0.11, 0.44), (-2.12, side * 0.88 + 0.11, 0.49), 0.015)

# --- Boiler with bands, smokebox, door and rivets ---
lathe("Boiler", [(0.0, -1.05), (0.60, -1.05), (0.60, 1.30), (0.0, 1.30)], Vector((0, 0, BOILER_Z)), X, steps=30)
for x in (-0.62, -0.02, 0.58, 1.14):
    lathe("Band", [(0.59, -0.035), (0.625, -0.03), (0.625, 0.03), (0.59, 0.035)], Vector((x, 0, BOILER_Z)), X,
          steps=30)
lathe("Smokebox", [(0.60, 1.20), (0.645, 1.20), (0.66, 1.215), (0.66, 1.87), (0.63, 1.90), (0.0, 1.90)],
      Vector((0, 0, BOILER_Z)), X, steps=30)
lathe("Door", [(0.50, 1.88), (0.50, 1.91), (0.485, 1.93), (0.46, 1.935), (0.36, 1.985), (0.22, 2.02),
               (0.0, 2.035)], Vector((0, 0, BOILER_Z)), X, steps=30)
lathe("Door boss", [(0.0, 0.0), (0.09, 0.0), (0.09, 0.03), (0.05, 0.05), (0.045, 0.11), (0.0, 0.12)],
      Vector((2.02, 0, BOILER_Z)), X, steps=16)
for angle in (0.6, 2.5):
    way = Vector((0, math.cos(angle), math.sin(angle)))
    tube("Door handle", [Vector((2.11, 0, BOILER_Z)), Vector((2.13, 0, BOILER_Z)) + way * 0.24], 0.022)
for z in (-0.2, 0.2):
    reach = -math.sqrt(0.54 ** 2 - z * z)
    strap = [Vector((2.035 - 0.52 * (y * y + z * z), y, BOILER_Z + z))
             for y in (reach * k for k in (1.0, 0.82, 0.6, 0.35, 0.1))]
    strap[0].x = 1.935
    tube("Hinge strap", strap, 0.03)
bm = bmesh.new()
for i in range(14):
    a = 2 * math.pi * i / 14
    spot = Vector((1.893, 0.572 * math.cos(a), BOILER_Z + 0.572 * math.sin(a)))
    bmesh.ops.create_icosphere(bm, subdivisions=1, radius=0.026, matrix=Matrix.Translation(spot))
add_mesh("Rivets", bm)
saddle = [(0.34, 1.0), (0.34, 1.08)] + arc(0, BOILER_Z, 0.655, -52, -128, 14) + [(-0.34, 1.08), (-0.34, 1.0)]
sheet("Saddle", [saddle], Vector((1.54, 0, 0)), Y, Z, 0.56, bevel=0.02)

# --- Chimney, domes, whistle, headlamp, handrails ---
lathe("Chimney", [(0.36, -0.16), (0.34, -0.10), (0.27, -0.02), (0.215, 0.08), (0.195, 0.18), (0.20, 0.45),
                  (0.235, 0.66), (0.29, 0.78), (0.325, 0.82), (0.335, 0.86), (0.325, 0.90),
                  (0.30, 0.915), (0.26, 0.91), (0.22, 0.84), (0.18, 0.70), (0.0, 0.70)],
      Vector((1.55, 0, BOILER_Z + 0.66)))
dome = [(0.40, -0.16), (0.38, -0.10), (0.32, -0.02), (0.29, 0.06), (0.285, 0.28), (0.27, 0.36), (0.23, 0.44),
        (0.16, 0.50), (0.08, 0.53), (0.0, 0.535)]
lathe("Steam dome", dome, Vector((0.28, 0, BOILER_Z + 0.60)))
lathe("Sand dome", [(r * 0.72, z * 0.72) for r, z in dome], Vector((0.92, 0, BOILER_Z + 0.595)), steps=24)
for y in (-0.09, 0.09):
    lathe("Safety valve", [(0.10, -0.06), (0.07, 0.0), (0.05, 0.02), (0.05, 0.22), (0.075, 0.23), (0.075, 0.27),
                           (0.03, 0.29), (0.0, 0.29)], Vector((-0.42, y, BOILER_Z + 0.60)), steps=12)
lathe("Lamp body", [(0.0, -0.12), (0.17, -0.11), (0.17, 0.08), (0.20, 0.09), (0.20, 0.15), (0.165, 0.15),
                    (0.14, 0.11),
                    (0.0, 0.09)],
      Vector((1.90, 0, DECK_Z + 0.26)), X, steps=24)
block("Lamp foot", (1.80, -0.08, DECK_Z), (1.98, 0.08, DECK_Z + 0.14), 0.02)
for side in (-1, 1):
    tilt = math.radians(38)
    rail = Vector((0, side * 0.70 * math.cos(tilt), BOILER_Z + 0.70 * math.sin(tilt)))
    tube("Handrail", [rail + X * -0.95, rail + X * 1.78], 0.025)
    for x in (-0.32, 0.28, 0.86, 1.70):
        lathe("Rail knob", [(0.03, -0.13), (0.025, -0.04), (0.05, 0.0), (0.0, 0.05)], rail + X * x,
              Vector((0, math.cos(tilt) * side, math.sin(tilt))), steps=6)

# --- Cab: sheets with window holes, arched roof, bunker with coal ---
CAB_FRONT, CAB_REAR, EAVES = -0.95, -2.02, 2.62
for side in (-1, 1):
    rim = [(CAB_REAR, DECK_Z), (CAB_FRONT, DECK_Z), (CAB_FRONT, EAVES), (CAB_REAR, EAVES)]
    windows = [rounded(CAB_REAR + 0.15, 1.90, -1.55, 2.44, 0.07), rounded(-1.42, 1.90, CAB_FRONT - 0.15, 2.44, 0.07)]
    sheet(f"Cab side {side:+d}", [rim] + windows, Vector((0, side * 0.86, 0)), X, Z, 0.09)
    frame_bars = [rounded(CAB_REAR + 0.11, 1.86, -1.51, 2.48, 0.09),
                  rounded(-1.46, 1.86, CAB_FRONT - 0.11, 2.48, 0.09)]
    for outer, inner in zip(frame_bars, windows):
        sheet("Window frame", [outer, inner], Vector((0, side * 0.90, 0)), X, Z, 0.05, bevel=0.0)
    panel = rounded(CAB_REAR + 0.14, 1.16, CAB_FRONT - 0.14, 1.72, 0.07)
    sheet("Side panel", [panel, rounded(CAB_REAR + 0.18, 1.20, CAB_FRONT - 0.18, 1.68, 0.05)],
          Vector((0, side * 0.905, 0)), X, Z, 0.04, bevel=0.0)
arch = arc(0, EAVES - 1.05, 1.34, 51.2, 128.8, 16)
wall = [(-0.84, DECK_Z), (0.84, DECK_Z), (0.84, EAVES)] + arch + [(-0.84, EAVES)]
for x in (CAB_FRONT - 0.045, CAB_REAR + 0.045):
    portholes = [arc(y, 2.50, 0.14, 0, 330, 11) for y in (-0.50, 0.50)]
    sheet("Cab end", [wall] + portholes, Vector((x, 0, 0)), Y, Z, 0.09)
roof = arc(0, EAVES - 1.05, 1.46, 44, 136, 16) + arc(0, EAVES - 1.05, 1.37, 136, 44, 16)
sheet("Roof", [roof], Vector(((CAB_FRONT + CAB_REAR) / 2, 0, 0)), Y, Z, CAB_FRONT - CAB_REAR + 0.44, bevel=0.03)
lathe("Roof vent", [(0.20, 0.0), (0.20, 0.07), (0.26, 0.08), (0.26, 0.11), (0.14, 0.17), (0.0, 0.18)],
      Vector((-1.5, 0, EAVES + 0.38)), steps=16)
tube("Whistle", [(-1.10, 0.30, EAVES + 0.30), (-1.10, 0.30, EAVES + 0.52)], 0.04)
lathe("Whistle bell", [(0.0, 0.0), (0.06, 0.0), (0.06, 0.14), (0.03, 0.18), (0.0, 0.185)],
      Vector((-1.10, 0.30, EAVES + 0.52)), steps=12)
block("Bunker", (-2.38, -0.84, DECK_Z), (CAB_REAR, 0.84, 1.72), 0.04)
bm = bmesh.new()
for i in range(13):
    y, x = random.uniform(-0.72, 0.72), random.uniform(-2.34, -2.10)
    spot = Vector((x, y, 1.70 + random.uniform(0.0, 0.15) * (1 - (y / 0.8) ** 2)))
    turn = Matrix.Rotation(random.uniform(0, 6.0), 4, "X") @ Matrix.Rotation(random.uniform(0, 6.0), 4, "Y")
    lump = bmesh.ops.create_icosphere(bm, subdivisions=1, radius=random.uniform(0.11, 0.16),
                                      matrix=Matrix.Translation(spot) @ turn)
    for vert in lump["verts"]:
        vert.co = spot + (vert.co - spot) * random.uniform(0.8, 1.15)
add_mesh("Coal", bm, smooth=False)

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


green, red = paint("Green", (0.03, 0.20, 0.075), 0.35), paint("Red", (0.55, 0.035, 0.025), 0.38)
black, coal = paint("Black", (0.025, 0.025, 0.028), 0.45), paint("Coal", (0.012, 0.012, 0.014), 0.6)
brass, steel = paint("Brass", (0.78, 0.50, 0.15), 0.32, 0.3), paint("Steel", (0.6, 0.61, 0.63), 0.35, 0.3)
cream = paint("Cream", (0.80, 0.66, 0.42), 0.5)
# The first prefix that fits decides.
FINISHES = (("Boiler", green), ("Cab", green), ("Side panel", cream), ("Bunker", green), ("Splasher", green),
            ("Buffer beam", red), ("Band", brass), ("Steam dome", brass), ("Sand dome", green), ("Safety", brass),
            ("Whistle", brass), ("Window frame", brass), ("Rail knob", brass), ("Lamp body", brass),
            ("Coal", coal), ("Coupling rod", steel), ("Main rod", steel), ("Piston", steel), ("Guide", steel),
            ("Crank", steel), ("Crosshead", steel), ("Handrail", steel), ("Door handle", steel),
            ("Door boss", steel), ("Driver", red), ("Leader", red), ("Frame", red), ("Cylinder", green),
            ("Buffer", steel), ("Roof", black), ("", black))
for obj in bpy.context.scene.objects:
    if obj.data:
        obj.data.materials.append(next(material for prefix, material in FINISHES if obj.name.startswith(prefix)))
