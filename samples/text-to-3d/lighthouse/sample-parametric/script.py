"""A lighthouse on basalt columns, from equations. The door looks towards -Y.

The tower is an exponential flare, the roof an ogee of twelve gores, openings
are Lamé curves. Columns, portholes, brackets and bars are instanced on points
by geometry nodes, which also realise them.
"""
import math
import random

import bmesh
import bpy
from mathutils import Matrix, Vector

random.seed(5)
GROUND, DECK = 1.15, 6.25             # top of the rock, floor of the gallery

for obj in list(bpy.data.objects):
    bpy.data.objects.remove(obj, do_unlink=True)


def paint(name, colour, roughness, metallic=0.0):
    """A plain material; colour is linear RGB."""
    material = bpy.data.materials.new(name)
    material.use_nodes = True
    shader = next(node for node in material.node_tree.nodes if node.type == "BSDF_PRINCIPLED")
    shader.inputs["Base Color"].default_value = (*colour, 1.0)
    shader.inputs["Roughness"].default_value = roughness
    shader.inputs["Metallic"].default_value = metallic
    return material


def add_object(name, data, material, visible=True):
    """Parts that only geometry nodes will place stay out of the scene."""
    obj = bpy.data.objects.new(name, data)
    if material:
        data.materials.append(material)
    if visible:
        bpy.context.scene.collection.objects.link(obj)
    return obj


def add_mesh(name, bm, material, crisp=35, visible=True):
    """Welds what the equations put in one place (poles, seams) and turns the faces outwards."""
    bmesh.ops.remove_doubles(bm, verts=bm.verts, dist=1e-5)
    bmesh.ops.recalc_face_normals(bm, faces=bm.faces)
    mesh = bpy.data.meshes.new(name)
    bm.to_mesh(mesh)
    bm.free()
    mesh.polygons.foreach_set("use_smooth", [True] * len(mesh.polygons))
    obj = add_object(name, mesh, material, visible)
    if crisp:
        obj.modifiers.new("Crisp edges", "EDGE_SPLIT").split_angle = math.radians(crisp)
    return obj


def surface(name, point, us, vs, material, crisp=35, visible=True):
    """The mesh of an equation: point(u, v) for every u and v."""
    bm = bmesh.new()
    rows = [[bm.verts.new(point(u, v)) for v in vs] for u in us]
    for row, following in zip(rows, rows[1:]):
        for i in range(len(vs) - 1):
            bm.faces.new((row[i], row[i + 1], following[i + 1], following[i]))
    return add_mesh(name, bm, material, crisp, visible)


def span(start, end, count):
    """Equal steps from start to end, both included."""
    return [start + (end - start) * i / count for i in range(count + 1)]


def revolve(name, profile, material, at=(0, 0, 0), axis=(0, 0, 1), steps=28, crisp=35, visible=True):
    """A surface of revolution from (radius, height) points."""
    frame = Matrix.Translation(at) @ Vector(axis).to_track_quat("Z", "Y").to_matrix().to_4x4()

    def point(k, angle):
        r, z = profile[k]
        return frame @ Vector((r * math.cos(angle), r * math.sin(angle), z))

    return surface(name, point, range(len(profile)), span(0, 2 * math.pi, steps), material, crisp, visible)


def slab(name, outline, at, right, up, thickness, material, crisp=35, visible=True):
    """A flat outline given thickness to both sides."""
    at, right, up = Vector(at), Vector(right), Vector(up)
    half = right.cross(up) * thickness / 2
    bm = bmesh.new()
    loops = [[bm.verts.new(at + right * u + up * v + side * half) for u, v in outline] for side in (-1, 1)]
    for loop in loops:
        bm.faces.new(loop)
    for i in range(len(outline)):
        j = (i + 1) % len(outline)
        bm.faces.new((loops[0][i], loops[0][j], loops[1][j], loops[1][i]))
    return add_mesh(name, bm, material, crisp, visible)


def rod(name, points, radius, material, resolution=1, taper=None, cyclic=False, visible=True):
    """A bevelled curve; taper(t) is the factor of its radius at t from 0 to 1."""
    curve = bpy.data.curves.new(name, "CURVE")
    curve.dimensions, curve.use_fill_caps = "3D", True
    curve.bevel_depth, curve.bevel_resolution = radius, resolution
    spline = curve.splines.new("POLY")
    spline.points.add(len(points) - 1)
    spline.use_cyclic_u = cyclic
    for i, (point, co) in enumerate(zip(spline.points, points)):
        point.co = (*co, 1.0)
        point.radius = taper(i / (len(points) - 1)) if taper else 1.0
    return add_object(name, curve, material, visible)


def scatter(name, part, places, material):
    """Copies of a part at (position, rotation, scale), instanced on points and realised by geometry nodes."""
    if not hasattr(bpy.types, "GeometryNodeInputNamedAttribute"):
        for position, rotation, scale in places:        # a Blender without these nodes: plain linked copies
            copy = part.copy()
            copy.location, copy.rotation_euler, copy.scale = position, rotation, scale
            bpy.context.scene.collection.objects.link(copy)
        return
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata([tuple(position) for position, _, _ in places], [], [])
    for attribute, column in (("turn", 1), ("size", 2)):
        values = [component for place in places for component in place[column]]
        mesh.attributes.new(attribute, "FLOAT_VECTOR", "POINT").data.foreach_set("vector", values)
    obj = add_object(name, mesh, material)
    tree = bpy.data.node_groups.new(name, "GeometryNodeTree")
    if hasattr(tree, "interface"):                      # Blender 4 and later
        for way in ("INPUT", "OUTPUT"):
            tree.interface.new_socket("Geometry", in_out=way, socket_type="NodeSocketGeometry")
    else:
        tree.inputs.new("NodeSocketGeometry", "Geometry")
        tree.outputs.new("NodeSocketGeometry", "Geometry")
    add = tree.nodes.new
    source, sink = add("NodeGroupInput"), add("NodeGroupOutput")
    instance, realize, info = (add("GeometryNode" + kind) for kind in ("InstanceOnPoints", "RealizeInstances",
                                                                       "ObjectInfo"))
    info.inputs["Object"].default_value = part
    link = tree.links.new
    link(source.outputs[0], instance.inputs["Points"])
    link(info.outputs["Geometry"], instance.inputs["Instance"])
    for attribute, socket in (("turn", "Rotation"), ("size", "Scale")):
        reader = add("GeometryNodeInputNamedAttribute")
        reader.data_type = "FLOAT_VECTOR"
        reader.inputs["Name"].default_value = attribute
        link(next(output for output in reader.outputs if output.type == "VECTOR"), instance.inputs[socket])
    link(instance.outputs[0], realize.inputs[0])
    link(realize.outputs[0], sink.inputs[0])
    obj.modifiers.new("Instances", "NODES").node_group = tree


white, blue = paint("Limewash", (0.84, 0.83, 0.79), 0.65), paint("Blue", (0.02, 0.10, 0.26), 0.45)
basalt, stone = paint("Basalt", (0.07, 0.075, 0.085), 0.9), paint("Sandstone", (0.50, 0.40, 0.27), 0.85)
iron, copper = paint("Iron", (0.045, 0.05, 0.06), 0.5), paint("Verdigris", (0.10, 0.38, 0.31), 0.6)
lamp, brass = paint("Lamp", (1.0, 0.78, 0.28), 0.2), paint("Brass", (0.76, 0.49, 0.16), 0.35, 0.3)
tile, wood = paint("Tile", (0.42, 0.12, 0.055), 0.75), paint("Wood", (0.20, 0.075, 0.03), 0.55)
dark = paint("Dark pane", (0.02, 0.035, 0.05), 0.2)


def ring_of(name, part, count, material, start=0.0):
    """One part, modelled in front of the X axis, around the tower."""
    turns = [start + 2 * math.pi * k / count for k in range(count)]
    scatter(name, part, [((0, 0, 0), (0, 0, a), (1, 1, 1)) for a in turns], material)


def lame(width, height, power=2.6, count=14):
    """The upper half of a Lamé curve on two short jambs: an arch."""
    half, jamb = width / 2, height - width / 2
    arch = []
    for a in span(0, math.pi, count):
        c, s = math.cos(a), math.sin(a)
        arch.append((half * math.copysign(abs(c) ** (2 / power), c), jamb + half * abs(s) ** (2 / power)))
    return [(-half, 0.0), (half, 0.0)] + arch


# --- Rock: hexagonal basalt columns whose heights follow a plateau that breaks off in steps ---
def column_height(x, y):
    d = math.hypot((x - 0.62) / 2.75, (y + 0.05) / 2.15)
    d += 0.05 * math.sin(3 * math.atan2(y, x - 0.6) + 0.8)
    if d > 1.0:
        return None
    if d < 0.71:
        return GROUND + random.uniform(-0.04, 0.01)
    fall = (d - 0.71) / 0.29
    return max(0.16, GROUND * (1.0 - fall ** 0.9) + random.uniform(-0.16, 0.20))


PITCH = 0.47
hexagon = [(0.575 * PITCH * math.cos(math.pi * k / 3 + math.pi / 6),
            0.575 * PITCH * math.sin(math.pi * k / 3 + math.pi / 6))
           for k in range(6)]
prism = slab("Column", hexagon, (0, 0, 0.5), (1, 0, 0), (0, 1, 0), 1.0, basalt, visible=False)
columns = []
for row in range(-7, 8):
    for step in range(-9, 12):
        x, y = (step + 0.5 * (row % 2)) * PITCH, row * PITCH * math.sqrt(0.75)
        height = column_height(x, y)
        if height:
            columns.append(((x, y, 0.0), (random.uniform(-0.02, 0.02), random.uniform(-0.02, 0.02), 0.0),
                            (1, 1, height)))
scatter("Basalt", prism, columns, basalt)


# --- Tower: an exponential flare, like an oak's foot ---
def tower_radius(z):
    t = (z - GROUND) / (DECK - GROUND)
    return 0.66 + 0.62 * math.exp(-2.6 * t) + 0.10 * max(0.0, t - 0.86) / 0.14


revolve("Tower", [(tower_radius(z), z) for z in span(GROUND - 0.15, DECK, 18)], white, steps=36)
for z in (2.45, 3.75, 5.05):
    # Half an ellipse on the wall: a roll moulding.
    roll = [(tower_radius(z + 0.14 * math.cos(a)) - 0.02 + 0.085 * math.sin(a), z + 0.14 * math.cos(a))
            for a in span(math.pi, 0, 7)]
    revolve("Band", roll, blue, steps=36)
revolve("Plinth", [(1.52, GROUND - 0.2), (1.52, GROUND + 0.10), (1.45, GROUND + 0.17), (1.1, GROUND + 0.17)], stone,
        steps=36)

# --- Door with round steps, and portholes on a helix ---
front = tower_radius(GROUND + 0.7)
slab("Door frame", lame(0.74, 1.28), (0, -front + 0.05, GROUND + 0.14), (1, 0, 0), (0, 0, 1), 0.46, stone)
slab("Door", lame(0.54, 1.12), (0, -front - 0.09, GROUND + 0.14), (1, 0, 0), (0, 0, 1), 0.24, wood)
revolve("Door knob", [(0.0, 0.0), (0.05, 0.03), (0.05, 0.06), (0.0, 0.08)], brass,
        (0.17, -front - 0.20, GROUND + 0.62),
        (0, -1, 0), steps=10)
for k in range(3):
    half_moon = [((0.90 - 0.13 * k) * math.cos(a), -(0.92 - 0.17 * k) * math.sin(a)) for a in span(0, math.pi, 12)]
    slab("Step", half_moon, (0, -front + 0.02, GROUND + 0.08 * k - 0.14), (1, 0, 0), (0, 1, 0), 0.30, stone)
porthole = revolve("Porthole", [(0.17, -0.10), (0.17, 0.05), (0.145, 0.075), (0.115, 0.05), (0.115, -0.02)], stone,
                   axis=(1, 0, 0), steps=18, visible=False)
pane = revolve("Pane", [(0.12, 0.0), (0.0, 0.0)], dark, axis=(1, 0, 0), steps=18, visible=False)
places = []
for k, z in enumerate((2.85, 3.22, 4.12, 4.48, 5.40)):
    angle, r = math.radians(-62 + 74 * k), tower_radius(z)
    places.append(((r * math.cos(angle), r * math.sin(angle), z), (0, 0, angle), (1, 1, 1)))
scatter("Porthole rims", porthole, places, stone)
scatter("Porthole panes", pane, places, dark)

# --- Gallery: S-shaped brackets, a deck, a railing of crossed bars ---
bracket = [(tower_radius(DECK - 0.55) - 0.06 + 0.46 * t + 0.07 * math.sin(2 * math.pi * t), DECK - 0.62 + 0.60 * t)
           for t in span(0, 1, 8)] + [(0.60, DECK), (0.55, DECK - 0.5)]
ring_of("Brackets", slab("Bracket", bracket, (0, 0, 0), (1, 0, 0), (0, 0, 1), 0.10, white, visible=False), 16, white)
revolve("Deck", [(0.6, DECK - 0.02), (1.14, DECK - 0.02), (1.19, DECK + 0.04), (1.14, DECK + 0.10),
                 (0.6, DECK + 0.10)],
        stone, steps=36)
cells, low, high = 16, DECK + 0.10, DECK + 0.60
for way in (-1, 1):
    a = way * 2 * math.pi / cells
    bar = [(1.10 * math.cos(a * t), 1.10 * math.sin(a * t), low + (high - low) * t) for t in span(0, 1, 3)]
    ring_of("Lattice", rod("Lattice bar", bar, 0.013, iron, resolution=0, visible=False), cells, iron)
ring_of("Posts", rod("Post", [(1.10, 0, low - 0.02), (1.10, 0, high)], 0.022, iron, visible=False), cells, iron)
for z, radius in ((high, 0.032), (low + 0.03, 0.016)):
    rod("Rail", [(1.10 * math.cos(a), 1.10 * math.sin(a), z) for a in span(0, 2 * math.pi * 39 / 40, 39)], radius,
        iron,
        cyclic=True)

# --- Lantern: twelve slender bars around the lamp, tall panes left open ---
FLOOR, EAVES = DECK + 0.36, DECK + 1.50
revolve("Lantern wall", [(0.66, DECK), (0.66, FLOOR - 0.06), (0.71, FLOOR - 0.04), (0.71, FLOOR), (0.0, FLOOR)],
        white, steps=36)
ring_of("Lantern bars", rod("Lantern bar", [(0.63, 0, FLOOR - 0.02), (0.63, 0, EAVES + 0.03)], 0.024, iron,
                            visible=False),
        12, iron)
for z in (FLOOR + 0.38, FLOOR + 0.76):
    rod("Sash", [(0.63 * math.cos(a), 0.63 * math.sin(a), z) for a in span(0, 2 * math.pi * 35 / 36, 35)], 0.016,
        iron,
        resolution=0, cyclic=True)
revolve("Lamp stand", [(0.20, FLOOR), (0.09, FLOOR + 0.06), (0.07, FLOOR + 0.22), (0.22, FLOOR + 0.28),
                       (0.0, FLOOR + 0.28)],
        brass, steps=18)
# The lens swells like a barrel, with ripples for its prisms.
lens = [(0.0, FLOOR + 0.28)]
for t in span(0, 1, 18):
    lens.append((0.15 + 0.16 * math.sin(math.pi * t) + 0.022 * math.cos(2 * math.pi * 4.5 * t),
                 FLOOR + 0.28 + 0.62 * t))
revolve("Lens", lens + [(0.0, FLOOR + 0.93)], lamp, steps=20, crisp=60)

# --- Roof: an ogee dome of twelve gores, ball and vane ---
def gore(t, angle):
    r = 0.80 * (1.0 - t) ** 0.62 * (1.0 + 0.30 * math.sin(math.pi * t) * (1 - t)) + 0.05 * t
    r *= 1.0 - 0.045 * (1.0 - abs(math.sin(6 * angle))) ** 2
    return r * math.cos(angle), r * math.sin(angle), EAVES + 0.08 + 0.86 * t


surface("Dome", gore, span(0, 1, 11), span(0, 2 * math.pi, 72), copper, crisp=60)
revolve("Cornice", [(0.0, EAVES), (0.70, EAVES), (0.80, EAVES + 0.03), (0.84, EAVES + 0.07), (0.78, EAVES + 0.11),
                    (0.5, EAVES + 0.11)],
        white, steps=36)
TIP = EAVES + 0.93
revolve("Ball", [(0.12 * math.sin(a), TIP + 0.10 - 0.12 * math.cos(a)) for a in span(0, math.pi, 10)], brass,
        steps=16, crisp=0)
rod("Mast", [(0, 0, TIP), (0, 0, TIP + 0.75)], 0.018, brass)
rod("Arm", [(-0.2, 0, TIP + 0.36), (0.2, 0, TIP + 0.36)], 0.012, brass)
rod("Arm", [(0, -0.2, TIP + 0.36), (0, 0.2, TIP + 0.36)], 0.012, brass)
fish = [(0.40 * math.cos(a) - 0.02, 0.11 * math.sin(a) * (1 - 0.35 * math.cos(a))) for a in span(-2.75, 2.75, 14)]
slab("Vane", fish + [(-0.52, 0.13), (-0.46, 0.0), (-0.52, -0.13)], (0, 0, TIP + 0.66), (0.8, -0.6, 0), (0, 0, 1),
     0.03, brass)

# --- Keeper's house: its roof hangs in a catenary from ridge to eaves ---
X0, X1, HALF, WALL, RIDGE = 0.8, 2.66, 0.74, GROUND + 0.86, GROUND + 1.66


def sagging(y):
    """Height of the roof at a distance from the ridge."""
    t = abs(y) / (HALF + 0.16)
    return RIDGE - (RIDGE - WALL + 0.10) * (1.28 * t - 0.28 * t * t)


gable = [(-HALF, GROUND - 0.2), (HALF, GROUND - 0.2)] + [(y, sagging(y) - 0.02) for y in span(HALF, -HALF, 8)]
slab("House", gable, ((X0 + X1) / 2, 0, 0), (0, 1, 0), (0, 0, 1), X1 - X0, white)
roof = [(y, sagging(y) - 0.05) for y in span(-HALF - 0.16, HALF + 0.16, 12)]
slab("Roof", roof + [(y, z + 0.11) for y, z in reversed(roof)], ((X0 + X1) / 2 + 0.05, 0, 0), (0, 1, 0), (0, 0, 1),
     X1 - X0 + 0.26, tile)
rows = [(X0 + 0.05 + 0.155 * k) for k in range(13)]
pantile = rod("Pantile", [(0, y, sagging(y) + 0.055) for y in span(-HALF - 0.16, HALF + 0.16, 8)], 0.032, tile,
              visible=False)
scatter("Pantiles", pantile, [((x, 0, 0), (0, 0, 0), (1, 1, 1)) for x in rows], tile)
for x, y, z, wide, tall in ((2.22, 0.0, RIDGE + 0.06, 0.34, 0.84), (2.22, 0.0, RIDGE + 0.50, 0.44, 0.09)):
    square = [(-wide / 2, -wide / 2), (wide / 2, -wide / 2), (wide / 2, wide / 2), (-wide / 2, wide / 2)]
    slab("Chimney", square, (x, y, z), (1, 0, 0), (0, 1, 0), tall, stone)
revolve("Chimney pot", [(0.10, 0.0), (0.075, 0.2), (0.09, 0.22), (0.05, 0.22), (0.0, 0.1)], tile,
        (2.22, 0, RIDGE + 0.54), steps=12)
for at, right in (((2.25, -HALF, GROUND + 0.32), (1, 0, 0)), ((X1, 0.0, GROUND + 0.34), (0, 1, 0)),
                  ((1.9, HALF, GROUND + 0.32), (-1, 0, 0))):
    slab("Window frame", lame(0.48, 0.54, 3.2), at, right, (0, 0, 1), 0.10, stone)
    slab("Window pane", lame(0.34, 0.42, 3.2), Vector(at) + Vector((0, 0, 0.06)), right, (0, 0, 1), 0.14, dark)
slab("House door frame", lame(0.48, 0.80, 3.2), (1.66, -HALF, GROUND), (1, 0, 0), (0, 0, 1), 0.10, stone)
slab("House door", lame(0.34, 0.72, 3.2), (1.66, -HALF, GROUND), (1, 0, 0), (0, 0, 1), 0.14, wood)
