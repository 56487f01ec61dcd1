"""A plump cactus in a round pot, every surface an equation.

One unit is 10 cm. Stem and arms are swept along cubic Bezier curves with a
ribbed radius function; pebbles and flower follow the golden angle. Spine
clusters and pebbles are copies that geometry nodes put on points.
"""
import math
import random

import bmesh
import bpy
from mathutils import Vector

random.seed(3)
GOLDEN = math.pi * (3 - math.sqrt(5))

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


POT = material("Glazed clay", "#a9563a", 0.45)
EARTH = material("Earth", "#3d3028", 0.95)
STONE = material("Gravel", "#d6cdbd", 0.75)
SKIN = material("Skin", "#6d9f6b", 0.6)
WOOL = material("Spines", "#fbf3dc", 0.7)
PETAL = material("Petal", "#f2a33c", 0.45)
STAMEN = material("Stamen", "#f7e27a", 0.6)


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


# --- Pot and saucer: closed profiles, a superellipse belly under a thick rim ---
def revolve(name, profile, mat, around=48):
    def f(u, v):
        r, z = profile[round(v * (len(profile) - 1))]
        return (r * math.cos(2 * math.pi * u), r * math.sin(2 * math.pi * u), z)
    return surface(name, f, around, len(profile) - 1, mat)


belly = [(0.50 + 0.40 * math.sin(math.pi * 0.54 * t) ** 0.8, 0.08 + 0.92 * t) for t in [i / 9 for i in range(10)]]
rim = [(0.87 + 0.075 * math.cos(a), 1.09 + 0.085 * math.sin(a)) for a in [-1.9 + 0.42 * i for i in range(11)]]
revolve("Pot", [(0.35, 0.08)] + belly + rim + [(0.79, 1.0)], POT)
revolve("Saucer", [(0.30, 0.02), (0.72, 0.0), (0.90, 0.04), (0.985, 0.12), (0.99, 0.155), (0.955, 0.155),
                   (0.87, 0.085), (0.60, 0.07)], POT)
revolve("Earth", [(0.2, 1.03), (0.6, 1.02), (0.81, 1.0)], EARTH, 24)

# --- Ribbed columns along Bezier curves ---
spines = []


def bezier(p0, p1, p2, p3):
    def at(t):
        s = 1 - t
        return p0 * s ** 3 + p1 * (3 * s * s * t) + p2 * (3 * s * t * t) + p3 * t ** 3
    return at


def column(name, path, radius, ribs, along, areoles, first):
    """Sweep a cosine-ribbed circle along path; the end closes like a dome."""
    samples = [path(i / 200) for i in range(201)]
    lengths = [0.0]
    for a, b in zip(samples, samples[1:]):
        lengths.append(lengths[-1] + (b - a).length)
    total = lengths[-1]
    side = Vector((-samples[-1].y, samples[-1].x, 0)) if samples[-1].to_2d().length > 0.1 else Vector((0, 1, 0))
    side.normalize()

    def at_length(s):
        i = max(0, min(199, next((k for k in range(200) if lengths[k + 1] >= s), 199)))
        part = (s - lengths[i]) / (lengths[i + 1] - lengths[i])
        forward = (samples[min(i + 2, 200)] - samples[max(i - 1, 0)]).normalized()
        return samples[i].lerp(samples[i + 1], part), forward

    dome = radius * 1.05
    knee = (total - dome) / total

    def girth(s):
        body = radius * (0.86 + 0.14 * math.sin(math.pi * min(1.0, s / total) ** 0.8))
        t = max(0.0, (s - total + dome) / dome)
        return body * math.sqrt(max(0.0, 1 - t * t))

    def f(u, v):
        # Three fifths of the rows for the shaft, the rest for the dome, denser towards the tip
        s = total * knee * v / 0.6 if v < 0.6 else total - dome * math.cos(math.pi / 2 * (v - 0.6) / 0.4)
        centre, forward = at_length(min(s, total))
        out = side.cross(forward)
        a = 2 * math.pi * u
        wave = 0.5 + 0.5 * math.cos(ribs * a)
        size = max(girth(min(s, total)), 0.004) * (0.80 + 0.20 * wave ** 0.7)
        return centre + (out * math.cos(a) + side * math.sin(a)) * size

    surface(name, f, ribs * 6, along, SKIN)
    for k in range(areoles):
        s = first + (total - first - 0.12 * radius) * k / (areoles - 1)
        centre, forward = at_length(s)
        out = side.cross(forward)
        lean = 1 - girth(s) / radius
        for rib in range(ribs):
            a = 2 * math.pi * rib / ribs
            way = out * math.cos(a) + side * math.sin(a)
            spines.append((centre + way * girth(s) * 0.99, way + forward * (0.15 + 1.6 * lean), 0.5 + 1.1 * radius))
    return samples[-1]


def arm(name, azimuth, base, reach, top, radius, areoles):
    out = Vector((math.cos(math.radians(azimuth)), math.sin(math.radians(azimuth)), 0))
    up = Vector((0, 0, 1))
    path = bezier(out * 0.1 + up * base, out * reach * 1.25 + up * (base - 0.1), out * reach + up * (base + 0.25),
                  out * (reach - 0.03) + up * top)
    return column(name, path, radius, 8, 19, areoles, 0.62)


stem = bezier(Vector((0, 0, 0.98)), Vector((0, 0, 2)), Vector((0, 0, 3)), Vector((0, 0, 4.05)))
crown = column("Stem", stem, 0.56, 12, 20, 9, 0.32)
arm("Arm 1", 20, 1.95, 1.06, 3.35, 0.27, 6)
arm("Arm 2", 165, 2.35, 1.00, 3.75, 0.25, 6)
arm("Arm 3", 265, 1.70, 0.98, 2.75, 0.24, 5)

# --- Spine cluster and pebble prototypes, copied by geometry nodes ---
star = []
for lean, turn, length in [(0, 0, 0.17)] + [(1.15, 2 * math.pi * i / 3 + 0.5, 0.12) for i in range(3)]:
    way = Vector((math.sin(lean) * math.cos(turn), math.sin(lean) * math.sin(turn), math.cos(lean)))
    side = way.orthogonal().normalized() * 0.013
    other = way.cross(side)
    star += [side - way * 0.02, other * 0.87 - side * 0.5 - way * 0.02, -other * 0.87 - side * 0.5 - way * 0.02,
             way * length]
needles = [(n + a, n + b, n + 3) for n in range(0, len(star), 4) for a, b in ((0, 1), (1, 2), (2, 0))]
scatter("Spines", spines, add_mesh("Spine cluster", star, needles, WOOL), WOOL)

bm = bmesh.new()
bmesh.ops.create_icosphere(bm, subdivisions=2, radius=1.0)
round_stone = add_mesh("Pebble", [(v.co.x * 1.2, v.co.y, v.co.z * 0.75) for v in bm.verts],
                       [[v.index for v in face.verts] for face in bm.faces], STONE)
bm.free()
pebbles = []
for i in range(24, 66):
    r, a = 0.80 * math.sqrt(i / 66), i * GOLDEN
    tilt = Vector((random.uniform(-0.25, 0.25), random.uniform(-0.25, 0.25), 1))
    pebbles.append((Vector((r * math.cos(a), r * math.sin(a), 1.04 + random.uniform(0, 0.03))), tilt,
                    random.uniform(0.062, 0.088)))
scatter("Pebbles", pebbles, round_stone, STONE)

# --- Flower: pointed petals by the golden angle, opening outwards ---
petal_points, petal_faces = [], []
for i in range(26):
    age = i / 25                                   # 0 in the heart, 1 outermost
    turn, length = i * GOLDEN, 0.30 + 0.22 * age
    for r in range(6):
        t = r / 5
        lift = math.radians(82 + 20 * t if i < 8 else 58 - 34 * age - 45 * t)
        reach, height = 0.05 + length * t * math.cos(lift), 0.06 + length * t * math.sin(lift)
        width = (0.05 + 0.045 * age) * math.sin(math.pi * (0.12 + 0.88 * t) ** 0.8) + 0.002
        for k in (-1, 0, 1):
            cup = 0.35 * width * abs(k)
            petal_points.append((reach * math.cos(turn) - k * width * math.sin(turn),
                                 reach * math.sin(turn) + k * width * math.cos(turn), height + cup))
    n = i * 18
    petal_faces += [[n + q for q in face] for face in grid_faces(6, 3, wrap=False)]
add_mesh("Flower", petal_points, petal_faces, PETAL).location = crown - Vector((0, 0, 0.05))


def heart(u, v):
    a, b = 2 * math.pi * u, math.pi / 2 * v
    return crown + Vector((0.075 * math.cos(a) * math.cos(b), 0.075 * math.sin(a) * math.cos(b), 0.16 * math.sin(b)))


surface("Heart", heart, 14, 5, STAMEN)
