"""A sea turtle in a banking turn whose shell is a Voronoi diagram.

It swims towards +X, one unit is 40 cm. Plate borders are computed by cutting
the outline with the bisectors between seeds, and every plate is a cushion
over its cell. Head, flippers and tail are swept by formulas; geometry nodes
sprinkle round scales over the skin.
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


GROUT = material("Seams", "#2f3a33", 0.8)
PLATE = material("Plates", "#5f7a4a", 0.35)
BORDER = material("Rim plates", "#9aa35a", 0.4)
SKIN = material("Skin", "#8fb0a3", 0.6)
SCALE = material("Scales", "#54776c", 0.5)
BELLY = material("Belly", "#f0e7c6", 0.75)
HORN = material("Horn", "#6b5a43", 0.4)
EYE = material("Eye", "#0f1013", 0.2)


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


# --- Shell ---
def outline(a):
    """A superellipse that is drawn out to a point at the rear."""
    c, s = math.cos(a), math.sin(a)
    return Vector((1.12 * c - 0.10 * max(0.0, -c) ** 6, 0.98 * math.copysign(abs(s) ** (1.0 - 0.25 * c), s)))


def dome(p):
    r = min(1.0, math.hypot(p.x / 1.16, p.y / 1.0))
    return 0.50 * max(0.0, 1 - r ** 2.4) ** 0.7


def skin_ring(f):
    def at(u, v):
        p = outline(2 * math.pi * u)
        return f(p, v)
    return at


surface("Seams", skin_ring(lambda p, v: (*(p * (0.02 + 0.98 * v)), dome(p * (0.02 + 0.98 * v)) - 0.02)), 48, 8, GROUT)
surface("Belly", skin_ring(lambda p, v: (p.x * (1.015 - 0.99 * v ** 1.6), p.y * (1.015 - 0.99 * v ** 1.6),
                                         0.02 - 0.23 * math.sin(math.pi / 2 * min(1, 2.2 * v)) ** 0.8)), 48, 8, BELLY)


def voronoi_cell(seed, seeds, region):
    """The part of a convex region that is nearer to seed than to any other."""
    cell = region
    for other in seeds:
        if other == seed:
            continue
        normal, limit = other - seed, (other.length_squared - seed.length_squared) / 2
        kept = []
        for a, b in zip(cell, cell[1:] + cell[:1]):
            da, db = normal.dot(a) - limit, normal.dot(b) - limit
            if da <= 0:
                kept.append(a)
            if da * db < 0:
                kept.append(a.lerp(b, da / (da - db)))
        cell = kept
    return cell


def cushion(name, cell, mat, bulge):
    """Rings that shrink towards the middle of a cell and rise like a quarter circle."""
    border = []
    for a, b in zip(cell, cell[1:] + cell[:1]):
        count = max(1, round((b - a).length / 0.15))
        border += [a.lerp(b, i / count) for i in range(count)]
    middle = sum(border, Vector((0, 0))) / len(border)
    verts, faces = [], grid_faces(5, len(border))
    for inset in (0.05, 0.10, 0.22, 0.42, 0.72):
        rise = bulge * math.sqrt(1 - (1 - (inset - 0.05) / 0.95) ** 3) - 0.015
        verts += [(q.x, q.y, dome(q) + rise) for q in [p.lerp(middle, inset) for p in border]]
    verts.append((middle.x, middle.y, dome(middle) + bulge))
    last = 4 * len(border)
    faces += [(last + k, last + (k + 1) % len(border), len(verts) - 1) for k in range(len(border))]
    add_mesh(name, verts, faces, mat)


spine = [Vector((0.78 - 0.40 * i, 0.0)) for i in range(5)]
flanks = [Vector((0.58 - 0.40 * i, side * w)) for i, w in enumerate((0.46, 0.53, 0.52, 0.42)) for side in (-1, 1)]
rim = [outline(2 * math.pi * (i + 0.5) / 24) * 0.93 for i in range(24)]
seeds = spine + flanks + rim
region = [outline(2 * math.pi * i / 96) for i in range(96)]
for seed in spine + flanks:
    cushion("Plate", voronoi_cell(seed, seeds, region), PLATE, 0.075)
for seed in rim:
    cushion("Rim plate", voronoi_cell(seed, seeds, region), BORDER, 0.055)


# --- Head: a radius that varies along the axis, ending in a hooked beak ---
def head_axis(v):
    return Vector((0.78 + 1.22 * v, 0, -0.02 + 0.20 * math.sin(math.pi * 0.55 * v)))


def head_size(v):
    neck = 0.21 - 0.05 * math.sin(math.pi * min(1, v / 0.55))
    return neck + 0.115 * math.exp(-((v - 0.72) / 0.16) ** 2) - 0.10 * max(0.0, (v - 0.80) / 0.20) ** 1.5


def head(u, v):
    a = 2 * math.pi * u
    size = head_size(v)
    return head_axis(v) + Vector((0, size * math.cos(a), size * 0.86 * math.sin(a)))


surface("Head", head, 22, 18, SKIN)


def beak(u, v):
    a = 2 * math.pi * u
    x, drop = 1.95 + 0.20 * math.sin(math.pi / 2 * v), 0.16 * v ** 2.5
    size = max(0.155 * (1 - v ** 1.8), 0.004)
    return Vector((x, size * math.cos(a), 0.145 - drop + size * 0.9 * math.sin(a) + 0.03 * v))


surface("Beak", beak, 18, 8, HORN)


def globe(name, centre, r, mat):
    def f(u, v):
        a, b = 2 * math.pi * u, math.pi * (0.02 + 0.96 * v)
        return centre + Vector((math.cos(a) * math.sin(b), math.sin(a) * math.sin(b), math.cos(b))) * r
    return surface(name, f, 14, 8, mat)


for side in (-1, 1):
    globe("Eye socket", Vector((1.755, side * 0.205, 0.205)), 0.078, SKIN)
    globe("Eye", Vector((1.775, side * 0.232, 0.212)), 0.062, EYE)

# --- Flippers: a lens section along a curve; the two sides beat at different heights ---
scales = []


def flipper(name, root, reach, sweep, chord, beat, side, rows, sprinkle):
    def axis(t):
        angle = sweep[0] + (sweep[1] - sweep[0]) * t
        bow = Vector((math.sin(sweep[0]) * (1 - t) + math.sin(angle) * t, side * math.cos(angle * 0.8), 0)) * reach * t
        return Vector((root[0], root[1] * side, root[2])) + bow + Vector((0, 0, beat * t * t))

    def skin(u, v):
        along = (axis(min(1, v + 0.02)) - axis(max(0, v - 0.02))).normalized()
        lead = along.cross(Vector((0, 0, side))).normalized()
        up = lead.cross(along) * side
        half = chord * (0.62 + 0.75 * math.sin(math.pi * v ** 0.75)) * max(0.0, 1 - v ** 3.2) ** 0.7 + 0.006
        a = 2 * math.pi * u
        thick = 0.085 * (1 - 0.8 * v) * (1 - 0.5 * max(0.0, -math.cos(a)))
        return axis(v) + lead * half * math.cos(a) + up * thick * math.sin(a)

    surface(name, skin, 16, rows, SKIN)
    for i in range(sprinkle):
        # u from 0.06 to 0.30 is the upper side, from the leading edge backwards
        v, u = 0.12 + 0.78 * ((i * 0.618034) % 1), 0.05 + 0.27 * (i + 0.5) / sprinkle
        p = skin(u, v)
        normal = (skin(u + 0.01, v) - p).cross(skin(u, v + 0.01) - p).normalized()
        scales.append((p, normal if normal.z > 0 else -normal, 0.052 * (1 - 0.45 * v) * (1.25 - 1.6 * u)))


for side, beat in ((1, -0.10), (-1, 0.62)):
    flipper("Front flipper", (0.62, 0.55, -0.05), 1.80, (0.55, -0.62), 0.245, beat, side, 18, 64)
    flipper("Rear flipper", (-0.70, 0.48, -0.06), 0.85, (-0.75, -1.15), 0.16, -0.08, side, 12, 22)

surface("Tail", lambda u, v: (-1.02 - 0.46 * v, (0.13 * (1 - v) + 0.006) * math.cos(2 * math.pi * u),
                              -0.07 - 0.05 * v + (0.08 * (1 - v) + 0.006) * math.sin(2 * math.pi * u)), 12, 6, SKIN)

# Scales on crown and neck
for i in range(70):
    v, u = 0.30 + 0.52 * i / 70, 0.25 + 0.19 * math.sin(i * 2.4)
    p = head(u, v)
    normal = (p - head_axis(v)).normalized()
    scales.append((p - normal * 0.004, normal, 0.030 + 0.022 * math.exp(-((v - 0.72) / 0.12) ** 2)))


def pebble(u, v):
    a, b = 2 * math.pi * u, math.pi / 2 * v
    return (math.cos(a) * math.cos(b) if v < 1 else 0.15 * math.cos(a), math.sin(a) * math.cos(b) if v < 1 else
            0.15 * math.sin(a), 0.42 * math.sin(b))


scatter("Scales", scales, surface("Scale", pebble, 6, 2, SCALE), SCALE)

# --- Pose: a banking turn ---
pose = Matrix.Rotation(math.radians(-8), 4, "Y") @ Matrix.Rotation(math.radians(-28), 4, "X")
for obj in bpy.data.objects:
    obj.matrix_world = pose @ obj.matrix_basis
