"""An old stone bridge from formulas: a parabola for the road, circles for the arches.

It runs along X, one unit is 2 m. Geometry nodes lay the wedges of the arches,
the rubble of the walls and the cobbles; the coping stones are one block that
an Array and a Curve modifier repeat along the road.
"""
import math

import bmesh
import bpy
from mathutils import Vector

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


WALL = material("Lime render", "#a79a85", 0.95)
RUBBLE = material("Rubble", "#c4b8a2", 0.9)
WEDGE = material("Granite", "#8f9299", 0.8)
COPING = material("Coping", "#a3a6ab", 0.8)
COBBLE = material("Cobbles", "#7d7a76", 0.85)
ROOF = material("Slate", "#4f5d6b", 0.6)
DARK = material("Shadow", "#26241f", 0.95)
COPPER = material("Copper", "#6fa08c", 0.5)


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


def surface(name, f, across, along, mat, wrap=True, smooth=True):
    """Sample f(u, v), both from 0 to 1, on a grid; u closes on itself when wrap is set."""
    columns = across if wrap else across + 1
    verts = [f(c / across, r / along) for r in range(along + 1) for c in range(columns)]
    return add_mesh(name, verts, grid_faces(along + 1, columns, wrap), mat, smooth)


def add_socket(tree, name, way):
    """Group sockets moved to tree.interface in Blender 4.0."""
    if hasattr(tree, "interface"):
        tree.interface.new_socket(name=name, in_out=way, socket_type="NodeSocketGeometry")
    else:
        (tree.inputs if way == "INPUT" else tree.outputs).new("NodeSocketGeometry", name)


def scatter(name, places, prototype, mat):
    """Geometry nodes that put a copy of prototype on every (point, direction, size); its Z looks along direction."""
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata([tuple(point) for point, _, _ in places], [], [])
    heading = mesh.attributes.new("heading", "FLOAT_VECTOR", "POINT")
    heading.data.foreach_set("vector", [c for _, way, _ in places for c in Vector(way).normalized()])
    mesh.attributes.new("size", "FLOAT", "POINT").data.foreach_set("value", [size for _, _, size in places])
    mesh.materials.append(mat)
    obj = bpy.data.objects.new(name, mesh)
    bpy.context.scene.collection.objects.link(obj)
    prototype.hide_render = True

    tree = bpy.data.node_groups.new(name, "GeometryNodeTree")
    add_socket(tree, "Geometry", "INPUT")
    add_socket(tree, "Geometry", "OUTPUT")

    def node(kind, **settings):
        made = tree.nodes.new(kind)
        for key, value in settings.items():
            setattr(made, key, value)
        return made

    def attribute(key, kind):
        """The output of a Named Attribute node: up to 3.4 there is one for each type, all but one disabled."""
        made = node("GeometryNodeInputNamedAttribute", data_type=kind)
        made.inputs["Name"].default_value = key
        return next(socket for socket in made.outputs if socket.enabled and socket.name == "Attribute")

    points, out = node("NodeGroupInput"), node("NodeGroupOutput")
    copies, real = node("GeometryNodeInstanceOnPoints"), node("GeometryNodeRealizeInstances")
    # The successor of Align Euler to Vector came with Blender 4.2
    modern = hasattr(bpy.types, "FunctionNodeAlignRotationToVector")
    align = node("FunctionNodeAlign%sToVector" % ("Rotation" if modern else "Euler"), axis="Z")
    paint = node("GeometryNodeSetMaterial")
    paint.inputs["Material"].default_value = mat
    part = node("GeometryNodeObjectInfo")
    part.inputs["Object"].default_value = prototype
    for source, target in (
        (points.outputs[0], copies.inputs["Points"]),
        (part.outputs["Geometry"], copies.inputs["Instance"]),
        (attribute("heading", "FLOAT_VECTOR"), align.inputs["Vector"]),
        (align.outputs["Rotation"], copies.inputs["Rotation"]),
        (attribute("size", "FLOAT"), copies.inputs["Scale"]),
        (copies.outputs["Instances"], real.inputs["Geometry"]),
        (real.outputs["Geometry"], paint.inputs["Geometry"]),
        (paint.outputs["Geometry"], out.inputs[0]),
    ):
        tree.links.new(source, target)
    obj.modifiers.new("Scatter", "NODES").node_group = tree
    return obj


SPRING, END, HALF = 0.5, 5.2, 0.82
ARCHES = ((-2.7, 0.98), (0.0, 1.28), (2.7, 0.98))


def deck(x):
    return 2.30 - 0.030 * x * x


def half(x):
    """Half width of the road: it opens like a trumpet at both ends."""
    return HALF + 0.55 * max(0.0, (abs(x) - 3.7) / (END - 3.7)) ** 2


def vault(x):
    for centre, radius in ARCHES:
        if abs(x - centre) < radius:
            return SPRING + math.sqrt(radius ** 2 - (x - centre) ** 2)
    return 0.0


# --- Walls: columns between the vault and the road ---
stations = [-END, -4.7, -4.2]
for centre, radius in ARCHES:
    stations += [centre - radius * math.cos(math.pi * i / 16) for i in range(17)]
stations += [4.2, 4.7, END]


def batter(x, z):
    """How far the abutments lean out at their feet."""
    return half(x) + 0.45 * max(0.0, (abs(x) - 3.7) / (END - 3.7)) * max(0.0, 1 - z / deck(x))


def block(a, b):
    """One slice of the bridge, from one side round to the other."""
    open_ = vault((a + b) / 2) > 0
    rings = []
    for x in (a, b):
        low = max(SPRING, vault(x)) if open_ else 0.0
        rings.append([(x, -batter(x, low), low), (x, -half(x), deck(x)), (x, half(x), deck(x)),
                      (x, batter(x, low), low)])
    return rings


verts, faces = [], []
for a, b in zip(stations, stations[1:]):
    n = len(verts)
    for ring in block(a, b):
        verts += ring
    faces += [(n + k, n + (k + 1) % 4, n + 4 + (k + 1) % 4, n + 4 + k) for k in range(4)]
    if not vault((a + b) / 2):                     # ends of a pier or an abutment
        faces += [(n, n + 1, n + 2, n + 3), (n + 4, n + 5, n + 6, n + 7)]
add_mesh("Walls", verts, faces, WALL, smooth=False)

# --- Arch stones: one wedge right through the bridge, copied around every arch ---
wedges = []
for centre, radius in ARCHES:
    count = 19 if radius > 1.1 else 15
    for i in range(count):
        a = math.pi * (i + 0.5) / count
        way = Vector((math.cos(a), 0, math.sin(a)))
        wedges.append((Vector((centre, 0, SPRING)) + way * radius, way, radius / 16))
DEEP = (HALF + 0.07) * 16                          # copies shrink with the arch, the depth of the bridge does not


def wedge(depth):
    """A wedge for an arch of radius 16 with 17 stones; Z points away from its centre."""
    spread = math.pi / 17 * 0.47
    points = []
    for y, inset in ((-depth, 0.22), (-depth + 0.25, 0.0), (depth - 0.25, 0.0), (depth, 0.22)):
        for z, side in ((-0.25 + inset, -1), (-0.25 + inset, 1), (3.1 - inset, 1), (3.1 - inset, -1)):
            points.append((side * (math.sin(spread) * (16 + z) - inset), y, z))
    return points, grid_faces(4, 4) + [(0, 1, 2, 3), (12, 13, 14, 15)]


for radius in sorted({r for _, r in ARCHES}):
    points, polygons = wedge(DEEP / radius)
    part = add_mesh("Wedge", points, polygons, WEDGE)
    scatter("Arch stones", [w for w in wedges if abs(w[2] * 16 - radius) < 1e-6], part, WEDGE)


# --- Rubble and cobbles: cushions ---
def cushion(name, long, wide, high, mat, sides=8):
    """A superellipse pillow with its flat side down."""
    def f(u, v):
        a = 2 * math.pi * u
        size = (1.0, 0.72)[round(v)]
        x = long * math.copysign(abs(math.cos(a)) ** 0.45, math.cos(a)) * size
        y = wide * math.copysign(abs(math.sin(a)) ** 0.45, math.sin(a)) * size
        return (x, y, high * (-0.4, 1.0)[round(v)])
    obj = surface(name, f, sides, 1, mat)
    bm = bmesh.new()
    bm.from_mesh(obj.data)
    bm.verts.ensure_lookup_table()
    bm.faces.new(bm.verts[sides:]).smooth = True
    bm.to_mesh(obj.data)
    bm.free()
    return obj


rubble = []
ROW, STEP = 0.225, 0.40
for side in (-1, 1):
    for row in range(10):
        z = 0.11 + ROW * row
        for i in range(-13, 14):
            x = (i + (0.5 if row % 2 else 0.0)) * STEP
            clear = all(math.hypot(x - c, max(0.0, z - SPRING)) > r + 0.30 for c, r in ARCHES)
            behind = min(abs(x - 1.57), abs(x + 1.57)) < 0.25 and z < 1.35
            if clear and not behind and abs(x) < END - 0.15 and z < deck(x) - 0.16:
                jitter = 1 + 0.09 * math.sin(12.9 * i + 7.7 * row)
                slope = (batter(x, z + 0.05) - batter(x, z - 0.05)) / 0.1
                rubble.append((Vector((x, side * batter(x, z), z)), (0, side, -slope), jitter))
scatter("Rubble", rubble, cushion("Rubble stone", 0.18, 0.097, 0.04, RUBBLE), RUBBLE)

ends = []
for side in (-1, 1):
    for row in range(6):
        for i in range(-4, 5):
            y, z = (i + 0.5 * (row % 2)) * 0.40, 0.14 + ROW * row
            if abs(y) < batter(END, z) - 0.18:
                ends.append((Vector((side * END, y, z)), (side, 0, 0), 1.0))
scatter("End rubble", ends, cushion("End stone", 0.097, 0.18, 0.04, RUBBLE), RUBBLE)

cobbles = []
for i in range(29):
    x = -END + 0.14 + (2 * END - 0.28) * i / 28
    lanes = 5
    for k in range(lanes):
        y = (k + 0.5 + (0.25 if i % 2 else -0.25)) / lanes * 2 - 1
        y *= half(x) - 0.20
        cobbles.append((Vector((x, y, deck(x) + 0.015 - 0.03 * abs(y))), (0.060 * x, 0, 1), 0.95))
cobble = cushion("Cobble", 0.135, 0.125, 0.04, COBBLE, 6)
scatter("Cobbles", cobbles, cobble, COBBLE)


# --- Parapets: a swept wall, with coping by Array and Curve modifiers ---
def parapet(side):
    section = ((-0.15, -0.02), (0.03, -0.10), (0.06, -0.04), (0.0, 0.0), (0.0, 0.38), (-0.15, 0.38))

    def f(u, v):
        x = -END + 2 * END * v
        out, up = section[round(u * 6) % 6]
        return (x, side * (half(x) + out), deck(x) + up)
    return f


for side in (-1, 1):
    surface("Parapet", parapet(side), 6, 18, WALL, smooth=False)
    rail = bpy.data.curves.new("Coping line", "CURVE")
    rail.dimensions = "3D"
    spline = rail.splines.new("POLY")
    spline.points.add(120)
    length, before = 0.0, None
    for i, point in enumerate(spline.points):
        x = -END + 2 * END * i / 120
        at = Vector((x, side * (half(x) - 0.075), deck(x) + 0.38))
        length += (at - before).length if before else 0.0
        before = at
        point.co = (*at, 1.0)
    line = bpy.data.objects.new("Coping line", rail)
    bpy.context.scene.collection.objects.link(line)
    line.hide_render = True

    count = 30
    size = length / count
    section = [(-0.13, 0.0), (0.13, 0.0), (0.14, 0.04), (0.09, 0.11), (0.0, 0.135), (-0.09, 0.11), (-0.14, 0.04)]
    profile = ((0.03, 0.9), (0.08, 1.0), (0.92, 1.0), (0.97, 0.9))
    points = [(size * x, y * s, z * s) for x, s in profile for y, z in section]
    ends = [tuple(range(7)), tuple(range(21, 28))]
    coping = add_mesh("Coping", points, grid_faces(4, 7) + ends, COPING)
    array = coping.modifiers.new("Row", "ARRAY")
    array.use_relative_offset, array.use_constant_offset = False, True
    array.constant_offset_displace, array.count = (size, 0, 0), count
    coping.modifiers.new("Follow the road", "CURVE").object = line


# --- Cutwaters: pointed arches in plan that shrink step by step into a cap ---
def cutwater(x0, side):
    levels = [(0.0, 1.25), (0.14, 1.25), (0.18, 1.0), (1.15, 0.94)]
    for i in range(4):
        levels += [(1.15 + 0.16 * i, 1.05 - 0.24 * i), (1.25 + 0.16 * i, 1.05 - 0.24 * i)]
    levels.append((1.83, 0.05))

    def f(u, v):
        z, size = levels[round(v * (len(levels) - 1))]
        t = 2 * u - 1                              # -1 and 1 at the wall, 0 at the nose
        return (x0 + 0.31 * size * t, side * (HALF - 0.05 + 0.70 * size * (1 - abs(t) ** 1.7)), z)
    surface("Cutwater", f, 8, len(levels) - 1, WALL, wrap=False, smooth=False)


for x0 in (-1.57, 1.57):
    for side in (-1, 1):
        cutwater(x0, side)

# --- Tower: revolved, with a bell-cast slate roof whose ribs are a cosine ---
TX, TY = -1.57, HALF + 0.22


def revolve(name, profile, mat, around=28, ribs=0.0):
    def f(u, v):
        r, z = profile[round(v * (len(profile) - 1))]
        r *= 1 + ribs * math.cos(math.pi * around * u)
        return (TX + r * math.cos(2 * math.pi * u), TY + r * math.sin(2 * math.pi * u), z)
    return surface(name, f, around, len(profile) - 1, mat)


revolve("Tower", [(0.12, 1.30), (0.30, 1.45), (0.38, 1.62), (0.40, 1.80), (0.39, 2.5), (0.38, 3.3), (0.40, 3.38),
                  (0.47, 3.48), (0.49, 3.56)], WALL)
for z, r in ((1.80, 0.425), (2.62, 0.41), (3.50, 0.50)):
    revolve("Band", [(r - 0.05, z - 0.06), (r, z - 0.05), (r + 0.02, z), (r, z + 0.05), (r - 0.05, z + 0.06)], COPING)
roof = [(0.60 * (1 - t) ** 1.35 + 0.012, 3.54 + 1.35 * t) for t in [i / 9 for i in range(10)]]
revolve("Roof", [(0.40, 3.56)] + roof, ROOF, 36, 0.035)
revolve("Finial", [(0.03, 4.84), (0.03, 4.95), (0.075, 5.02), (0.06, 5.09), (0.02, 5.12), (0.004, 5.34)], COPPER, 10)
rows = []
for row in range(7):
    for i in range(10):
        a, z = 2 * math.pi * (i + 0.5 * (row % 2)) / 10, 1.98 + 0.215 * row
        if abs(z - 2.62) > 0.12:
            rows.append((Vector((TX + 0.385 * math.cos(a), TY + 0.385 * math.sin(a), z)),
                         (math.cos(a), math.sin(a), 0), 0.72))
scatter("Tower stones", rows, cushion("Tower stone", 0.115, 0.115, 0.045, RUBBLE, 6), RUBBLE)
for degrees, z in ((50, 2.95), (110, 2.25), (200, 2.95)):
    a = math.radians(degrees)
    out, across = Vector((math.cos(a), math.sin(a), 0)), Vector((-math.sin(a), math.cos(a), 0))

    def oval(u, grow, reach):
        angle = 2 * math.pi * u
        return (Vector((TX, TY, z + 0.17 * grow * math.sin(angle))) + across * 0.075 * grow * math.cos(angle)
                + out * reach)

    surface("Window", lambda u, v: oval(u, 1.02 - v, 0.447), 10, 1, DARK)
    surface("Window frame", lambda u, v: oval(u, 1.5 if v < 0.9 else 1.0, 0.37 if v == 0 else 0.455), 10, 2, COPING)
