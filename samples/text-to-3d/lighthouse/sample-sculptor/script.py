"""A lighthouse on a rugged rock, with a keeper's house at its foot. The door looks towards -Y.

Turned parts are profiles revolved with a Screw modifier, flat parts are filled
2D curves (so openings are real), and what stands in a circle (brackets, rail
posts, lantern bars, ribs) is one part repeated by an Array around a pivot.
"""
import math
import random

import bmesh
import bpy
from mathutils import Matrix, Vector

random.seed(11)
Y, Z = Vector((0, 1, 0)), Vector((0, 0, 1))
GROUND, DECK = 1.20, 6.40             # top of the rock, floor of the gallery

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


def on_tower(angle, z):
    """A frame on the tower's wall: the point, the direction to the right and the one outwards."""
    a = math.radians(angle)
    out = Vector((math.cos(a), math.sin(a), 0))
    return out * tower_radius(z), Z.cross(out), out


def tower_radius(z):
    t = (z - GROUND) / (DECK - GROUND)
    return 1.12 - 0.42 * t + 0.10 * (1 - t) ** 4        # a slight flare at the foot


def arched(width, height, grow=0.0):
    """An opening with a round head, standing on the origin."""
    half = width / 2 + grow
    return [(-half, -grow), (half, -grow)] + arc(0, height - width / 2, half, 0, 180, 8)


# --- Rock: jittered rings in flat facets, with boulders at its foot ---
def rough_rock():
    bm = bmesh.new()
    around, loops = 25, []
    # radius, height; ledges alternate with cliffs
    for level, (radius, height) in enumerate(((2.78, 0.0), (2.72, 0.36), (2.42, 0.46), (2.38, 0.82), (2.16, 0.92),
                                              (2.08, GROUND), (1.2, GROUND + 0.03))):
        loop = []
        for i in range(around):
            a = 2 * math.pi * (i + 0.5 * (level % 2)) / around
            swell = 1.0 + 0.09 * math.sin(2 * a + 0.6) + 0.06 * math.sin(5 * a + 1.0)
            ragged = 0.0 if level > 5 else random.uniform(-0.13, 0.13)
            lift = random.uniform(-0.07, 0.07) if 0 < level < 5 else 0.0
            r = radius * swell + ragged
            loop.append(bm.verts.new((0.55 + 1.12 * r * math.cos(a), -0.12 + 0.92 * r * math.sin(a), height + lift)))
        loops.append(loop)
    for level, (low, high) in enumerate(zip(loops, loops[1:])):
        for i in range(around):
            j = (i + 1) % around
            if level % 2 == 0:
                bm.faces.new((low[i], low[j], high[i]))
                bm.faces.new((low[j], high[j], high[i]))
            else:
                bm.faces.new((low[i], low[j], high[j]))
                bm.faces.new((low[i], high[j], high[i]))
    bm.faces.new(loops[-1])
    bm.faces.new(reversed(loops[0]))
    for angle, distance, size in ((196, 2.9, 0.50), (222, 2.85, 0.36), (285, 2.65, 0.34), (322, 2.95, 0.52),
                                  (8, 3.15, 0.40),
                                  (72, 2.75, 0.48), (140, 2.85, 0.42)):
        a = math.radians(angle)
        spot = Vector((0.55 + distance * math.cos(a), -0.12 + distance * 0.94 * math.sin(a), size * 0.40))
        lump = bmesh.ops.create_icosphere(bm, subdivisions=1, radius=size, matrix=Matrix.Translation(spot))
        for vert in lump["verts"]:
            vert.co = spot + (vert.co - spot) * random.uniform(0.75, 1.2)
            vert.co.z = max(vert.co.z, 0.0)
    add_mesh("Rock", bm, smooth=False)


rough_rock()

# --- Tower: one turned profile, and three raised bands around it ---
heights = [GROUND - 0.1] + [GROUND + (DECK - 0.35 - GROUND) * i / 8 for i in range(9)]
lathe("Tower", [(tower_radius(z), z) for z in heights] + [(0.74, DECK - 0.20), (0.80, DECK - 0.14), (0.80, DECK)],
      steps=40)
lathe("Plinth", [(1.34, GROUND - 0.1), (1.34, GROUND + 0.14), (1.28, GROUND + 0.20), (1.1, GROUND + 0.22)], steps=40)
for z in (2.60, 4.00, 5.32):
    r = tower_radius(z)
    lathe("Band", [(r - 0.05, z - 0.13), (r + 0.06, z - 0.11), (r + 0.085, z - 0.06), (r + 0.08, z + 0.06),
                   (r + 0.04, z + 0.11), (r - 0.06, z + 0.13)], steps=40)

# --- Door with steps, and windows that climb around the tower ---
at, right, out = on_tower(-90, GROUND + 0.75)
at = Vector((at.x, at.y, GROUND + 0.26))
sheet("Door frame", [arched(0.52, 1.05, 0.11), arched(0.52, 1.05)], at + out * 0.02, right, Z, 0.34, bevel=0.025)
sheet("Door leaf", [arched(0.52, 1.05)], at - out * 0.02, right, Z, 0.22)
for x in (-0.13, 0.0, 0.13):
    block("Door batten", at + out * 0.08 + right * x + Vector((-0.008, -0.02, 0.04)),
          at + out * 0.08 + right * x + Vector((0.008, 0.04, 0.80)), 0.0)
lathe("Door knob", [(0.015, 0.0), (0.02, 0.04), (0.045, 0.06), (0.03, 0.09), (0.0, 0.095)],
      at + out * 0.09 + right * 0.19 + Z * 0.5, out, steps=10)
for i in range(4):
    reach, top = 1.92 - 0.17 * i, GROUND - 0.16 + 0.105 * (i + 1)
    block("Step", (-0.54 + 0.05 * i, -reach, top - (0.45 if i == 0 else 0.13)), (0.54 - 0.05 * i, -0.9, top), 0.018)
for angle, z in ((-48, 2.86), (28, 3.10), (104, 3.34), (180, 4.22), (-104, 4.44), (-28, 4.66)):
    at, right, out = on_tower(angle, z + 0.2)
    at = Vector((at.x, at.y, z))
    sheet("Window frame", [arched(0.22, 0.40, 0.07), arched(0.22, 0.40)], at, right, Z, 0.16, bevel=0.015)
    sheet("Window pane", [arched(0.22, 0.40)], at - out * 0.05, right, Z, 0.12)
    for low, high in (((-0.012, 0.0), (0.012, 0.40)), ((-0.11, 0.17), (0.11, 0.195))):
        sheet("Window bar", [[low, (high[0], low[1]), high, (low[0], high[1])]], at + out * 0.01, right, Z, 0.06)

# --- Gallery: curved brackets, a moulded deck and a railing ---
bracket = [(0.66, -0.52), (0.70, -0.52)] + arc(1.12, -0.50, 0.40, 180, 100, 6) + [(1.10, 0.0), (0.66, 0.0)]
repeat_around(sheet("Bracket", [bracket], Vector((0, 0, DECK)), (1, 0, 0), Z, 0.09), 14)
lathe("Deck", [(0.6, DECK - 0.02), (1.14, DECK - 0.02), (1.20, DECK + 0.02), (1.20, DECK + 0.07), (1.17, DECK + 0.10),
               (0.6, DECK + 0.10)], steps=40)
post = lathe("Rail post", [(0.035, 0.0), (0.018, 0.05), (0.018, 0.22), (0.032, 0.25), (0.018, 0.28), (0.018, 0.50)],
             (1.11, 0, DECK + 0.09), steps=5)
repeat_around(post, 24)
for z, radius in ((0.32, 0.014), (0.55, 0.030)):
    lathe("Rail ring", [(1.11 + radius * math.cos(a), DECK + z + radius * math.sin(a))
                        for a in (2 * math.pi * k / 5 for k in range(6))], steps=36)

# --- Lantern room: open panes between slender bars, so that the lamp shows ---
BARS, LOW, HIGH = 10, DECK + 0.42, DECK + 1.42
lathe("Lantern wall", [(0.66, DECK + 0.05), (0.66, LOW - 0.06), (0.70, LOW - 0.05), (0.70, LOW), (0.0, LOW)],
      steps=BARS * 4)
repeat_around(tube("Lantern bar", [(0.63, 0, LOW - 0.02), (0.63, 0, HIGH + 0.05)], 0.026), BARS)
lathe("Lantern sash", [(0.612, LOW + 0.66), (0.645, LOW + 0.66), (0.645, LOW + 0.70), (0.612, LOW + 0.70),
                       (0.612, LOW + 0.66)], steps=BARS * 4)
lathe("Lamp", [(0.16, LOW), (0.16, LOW + 0.05), (0.07, LOW + 0.09), (0.07, LOW + 0.20), (0.22, LOW + 0.24),
               (0.24, LOW + 0.26)], steps=20)
# A Fresnel lens: rings that swell towards the middle.
lens = []
for k in range(6):
    z, r = LOW + 0.26 + 0.088 * k, 0.22 + 0.08 * math.sin(math.pi * (k + 0.5) / 6)
    lens += [(r, z), (r + 0.04, z + 0.04)]
lathe("Lens", lens + [(0.20, LOW + 0.79), (0.10, LOW + 0.84), (0.0, LOW + 0.86)], steps=24)
lathe("Cornice", [(0.0, HIGH), (0.66, HIGH), (0.70, HIGH + 0.03), (0.78, HIGH + 0.05), (0.78, HIGH + 0.10),
                  (0.70, HIGH + 0.13)], steps=40)
dome = [(0.72 * math.cos(a), HIGH + 0.12 + 0.56 * math.sin(a)) for a in (math.radians(9 * k) for k in range(10))]
lathe("Dome", dome + [(0.09, HIGH + 0.69), (0.07, HIGH + 0.76), (0.10, HIGH + 0.79), (0.05, HIGH + 0.84),
                      (0.0, HIGH + 0.84)], steps=40)
rib = [(0.725 * math.cos(a), 0, HIGH + 0.12 + 0.565 * math.sin(a)) for a in (math.radians(10 * k) for k in range(9))]
repeat_around(tube("Dome rib", rib, 0.022), BARS)
top = HIGH + 0.84
lathe("Ball", [(0.0, top - 0.02)] + [(0.115 * math.cos(a), top + 0.09 + 0.115 * math.sin(a))
                                     for a in (math.radians(-70 + 20 * k) for k in range(8))] + [(0.0, top + 0.206)],
      steps=18)
tube("Vane mast", [(0, 0, top + 0.15), (0, 0, top + 0.72)], 0.018)
for way in ((1, 0, 0), (0, 1, 0)):
    tube("Vane arm", [Vector(way) * -0.17 + Z * (top + 0.38), Vector(way) * 0.17 + Z * (top + 0.38)], 0.011)
arrow = [(-0.36, -0.09), (-0.24, -0.025), (0.16, -0.025), (0.16, -0.09), (0.36, 0.0), (0.16, 0.09), (0.16, 0.025),
         (-0.24, 0.025), (-0.36, 0.09), (-0.31, 0.0)]
sheet("Vane arrow", [arrow], (0, 0, top + 0.62), Vector((0.8, -0.6, 0)), Z, 0.03)

# --- Keeper's house: gabled walls, slated roof, chimney, door and windows ---
X0, X1, HALF, EAVES, RIDGE = 0.75, 2.55, 0.72, GROUND + 0.92, GROUND + 1.62
gable = [(-HALF, GROUND - 0.25), (HALF, GROUND - 0.25), (HALF, EAVES), (0, RIDGE), (-HALF, EAVES)]
sheet("House", [gable], ((X0 + X1) / 2, 0, 0), Y, Z, X1 - X0)
slope = Vector((0, HALF, EAVES - RIDGE)).normalized()
for side in (-1, 1):
    down = Vector((0, slope.y * side, slope.z))
    lift = Vector((side, 0, 0)).cross(down)
    length = (Vector((0, HALF, EAVES - RIDGE))).length + 0.16
    rows = 6
    # Overlapping courses of slates: each row tips up a little over the one below.
    for k in range(rows):
        a, b = length * k / rows, length * (k + 1) / rows + 0.03
        course = [(a, 0.045), (b, 0.075), (b, 0.03), (a, -0.02)]
        sheet("Slates", [course], ((X0 + X1) / 2 + 0.07, 0, RIDGE), down, lift, X1 - X0 + 0.22)
tube("Ridge", [(X0 - 0.04, 0, RIDGE + 0.06), (X1 + 0.19, 0, RIDGE + 0.06)], 0.06)
block("Chimney", (2.10, -0.16, RIDGE - 0.25), (2.40, 0.16, RIDGE + 0.42), 0.012)
block("Chimney cap", (2.06, -0.20, RIDGE + 0.40), (2.44, 0.20, RIDGE + 0.48), 0.015)
for y in (-0.08, 0.08):
    lathe("Chimney pot", [(0.065, 0.0), (0.05, 0.14), (0.06, 0.15), (0.06, 0.18), (0.04, 0.18), (0.035, 0.10),
                          (0.0, 0.10)],
          (2.25, y, RIDGE + 0.47), steps=10)


def house_window(at, right, width, height):
    out = Vector(right).cross(Z)
    outer = [(-width / 2 - 0.05, -0.05), (width / 2 + 0.05, -0.05), (width / 2 + 0.05, height + 0.05),
             (-width / 2 - 0.05, height + 0.05)]
    panes = []
    for i in range(2):
        for k in range(2):
            x, z = -width / 2 + i * width / 2, k * height / 2
            panes.append([(x + 0.012, z + 0.012), (x + width / 2 - 0.012, z + 0.012),
                          (x + width / 2 - 0.012, z + height / 2 - 0.012), (x + 0.012, z + height / 2 - 0.012)])
    sheet("Window frame", [outer] + panes, at, right, Z, 0.08)
    sheet("Window pane", [outer], Vector(at) - out * 0.005, right, Z, 0.05)


house_window((2.20, -HALF, GROUND + 0.35), (1, 0, 0), 0.34, 0.40)
house_window((1.85, HALF, GROUND + 0.35), (-1, 0, 0), 0.34, 0.40)
house_window((X1, 0.0, GROUND + 0.40), (0, 1, 0), 0.40, 0.44)
sheet("House door frame", [[(-0.22, 0), (0.22, 0), (0.22, 0.78), (-0.22, 0.78)], [(-0.16, 0.01), (0.16, 0.01),
                                                                                  (0.16, 0.72),
      (-0.16, 0.72)]], (1.62, -HALF, GROUND), (1, 0, 0), Z, 0.10)
sheet("House door", [[(-0.16, 0), (0.16, 0), (0.16, 0.72), (-0.16, 0.72)]], (1.62, -HALF, GROUND), (1, 0, 0), Z, 0.04)
block("House step", (1.38, -HALF - 0.28, GROUND - 0.2), (1.86, -HALF, GROUND + 0.02), 0.015)

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


white, red = paint("Limewash", (0.82, 0.80, 0.74), 0.7), paint("Red", (0.52, 0.045, 0.03), 0.5)
rock, stone = paint("Rock", (0.17, 0.145, 0.12), 0.95), paint("Stone", (0.42, 0.39, 0.34), 0.85)
iron, slate = paint("Iron", (0.035, 0.045, 0.055), 0.5), paint("Slate", (0.085, 0.10, 0.125), 0.75)
glass, brass = paint("Glass", (0.95, 0.72, 0.25), 0.2), paint("Brass", (0.75, 0.48, 0.15), 0.35, 0.3)
wood, dark = paint("Teal wood", (0.03, 0.17, 0.18), 0.5), paint("Dark pane", (0.03, 0.05, 0.07), 0.2)
# The first prefix that fits decides.
FINISHES = (("Rock", rock), ("Tower", white), ("House door frame", white), ("House door", wood),
            ("House step", stone),
            ("House", white), ("Band", red), ("Plinth", stone), ("Step", stone), ("Door frame", stone),
            ("Door knob", brass),
            ("Door", wood), ("Window pane", dark), ("Window", white), ("Slates", slate), ("Ridge", red),
            ("Chimney pot", red), ("Chimney", stone), ("Dome", red), ("Cornice", red), ("Lantern wall", red),
            ("Ball", brass), ("Vane", brass), ("Lens", glass), ("Lamp", brass), ("", iron))
for obj in bpy.context.scene.objects:
    if obj.data:
        obj.data.materials.append(next(material for prefix, material in FINISHES if obj.name.startswith(prefix)))
