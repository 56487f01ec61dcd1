"""A slender five-storey pagoda whose roofs are superellipses with rippled tiles.

The stairs face +Y, one unit is 4 m. One formula with five sizes gives all
roofs; geometry nodes set the columns, windows, balusters and bells in place.
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


STONE = material("Granite", "#a9a59c", 0.9)
WALL = material("Limewash", "#e9dcc0", 0.85)
WOOD = material("Cedar", "#7a4a2e", 0.6)
RAIL = material("Teal paint", "#3f7f78", 0.5)
TILE = material("Glazed tiles", "#47705a", 0.5)
GOLD = material("Gold leaf", "#e0b14a", 0.3, 0.2)


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


def tube(name, points, radii, mat, resolution=1, cyclic=False):
    """A bevelled curve through points; radii is one number or one per point."""
    curve = bpy.data.curves.new(name, "CURVE")
    curve.dimensions = "3D"
    curve.bevel_depth, curve.bevel_resolution, curve.use_fill_caps = 1.0, resolution, True
    curve.materials.append(mat)
    spline = curve.splines.new("POLY")
    spline.points.add(len(points) - 1)
    spline.use_cyclic_u = cyclic
    radii = [radii] * len(points) if isinstance(radii, float) else radii
    for point, co, radius in zip(spline.points, points, radii):
        point.co, point.radius = (*co, 1.0), radius
    obj = bpy.data.objects.new(name, curve)
    bpy.context.scene.collection.objects.link(obj)
    return obj


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


TAU = 2 * math.pi


def rounded_square(angle, power):
    """Distance of a superellipse's outline from the middle; the higher the power, the squarer."""
    return (abs(math.cos(angle)) ** power + abs(math.sin(angle)) ** power) ** (-1 / power)


def prism(name, rings, mat, power=24, around=32, smooth=False):
    """Superellipse rings (half width, height), closed towards the middle."""
    def f(u, v):
        half, z = rings[round(v * (len(rings) - 1))]
        # Points gather at the corners, which are then sharp
        a = TAU * u
        a += 0.20 * math.sin(4 * a)
        r = half * rounded_square(a, power)
        return (r * math.cos(a), r * math.sin(a), z)
    return surface(name, f, around, len(rings) - 1, mat, smooth=smooth)


# --- Platform and stairs ---
def slab(name, half, low, high, mat):
    """A square slab with a small chamfer."""
    rings = [(half, low), (half, high - 0.03), (half - 0.03, high), (0.01, high)]
    verts = [(sx * h, sy * h, z) for h, z in rings for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    return add_mesh(name, verts, grid_faces(4, 4), mat, smooth=False)


slab("Platform", 2.05, 0.0, 0.16, STONE)
slab("Platform", 1.90, 0.16, 0.34, STONE)
slab("Platform", 1.74, 0.34, 0.52, STONE)
tread = ((-0.45, 1.70), (0.45, 1.70), (0.45, 2.72), (-0.45, 2.72))
step = add_mesh("Steps", [(x, y, z) for z in (0.0, 0.087) for x, y in tread], grid_faces(2, 4) + [(4, 5, 6, 7)], STONE,
                smooth=False)
array = step.modifiers.new("Flight", "ARRAY")
array.use_relative_offset, array.use_constant_offset = False, True
array.constant_offset_displace, array.count = (0, -0.16, 0.087), 6
for side in (-1, 1):
    slope = ((2.80, 0.0), (2.80, 0.26), (1.86, 0.80), (1.72, 0.80))
    tube("Stair rail", [(side * 0.52, y, z) for y, z in slope], 0.045, STONE, 2)


# --- Roofs: half width, ripple, upward sweep and concave slope in one formula ---
def roof(level, eave, top, low, rise):
    waves = 10 - level                             # ripples on each side, between the corner ridges
    columns = 8 * waves

    def f(u, v):
        a = TAU * u
        corner = abs(math.sin(2 * a)) ** 6
        if v < 0.001:                              # lower edge of the eaves
            r, z, ripple = eave, -0.06, 0.0
        else:
            t = max(0.0, (v - 0.2) / 0.8)
            r = eave + (top - eave) * t
            z = rise * t ** 1.5
            ripple = 0.055 * (round(u * columns) % 2) * (1 - 0.6 * t)
        fade = max(0.0, 1 - max(0.0, v - 0.2) * 1.2) ** 1.8
        sweep = corner * fade
        # Square at the eaves, and the corners reach out
        shape = rounded_square(a, 14) * (1 + 0.05 * sweep)
        return (r * shape * math.cos(a), r * shape * math.sin(a), low + z + 0.30 * eave * 0.8 * sweep + ripple)

    # Split edges keep the ripples crisp: with two points to a wave, smooth shading would even them out
    tiles = surface("Roof", f, columns, 5, TILE)
    tiles.modifiers.new("Crisp edges", "EDGE_SPLIT").split_angle = math.radians(18)

    def below(u, v):
        x, y, z = f(u, 0.0)
        s = 1 - v * (1 - 0.5)
        return (x * s, y * s, z + (low + 0.02 - z) * v)
    surface("Underside", below, 24, 1, WOOD)
    corners = []
    for i in range(4):
        path = []
        for k in range(5):
            x, y, z = f(0.125 + 0.25 * i, 1 - 0.8 * k / 4)
            path.append(Vector((x, y, z + 0.03)))
        out = Vector((path[-1].x, path[-1].y, 0)).normalized()
        path += [path[-1] + out * 0.07 + Vector((0, 0, 0.05)), path[-1] + out * 0.12 + Vector((0, 0, 0.14))]
        tube("Ridge", path, [0.05] * 4 + [0.048, 0.04, 0.008], RAIL, 1)
        corners.append(path[4] - out * 0.10 - Vector((0, 0, 0.09)))
    return corners


# --- Storeys ---
columns, windows, balusters, bells = [], [], [], []
WAYS = [Vector((math.cos(math.pi / 2 * i), math.sin(math.pi / 2 * i), 0)) for i in range(4)]
UP = Vector((0, 0, 1))
floor = 0.52
for level in range(5):
    shrink = 0.86 ** level
    half, tall = 1.02 * shrink, 0.98 * (0.90 ** level) * (1.0 if level == 0 else 0.86)
    slab("Walls", half * 0.97, floor, floor + tall + 0.05, WALL)
    for z, out in ((0.0, 0.05), (tall - 0.10, 0.04)):
        z += floor
        prism("Beam", [(half, z), (half + out, z), (half + out, z + 0.07), (half, z + 0.07)], WOOD, 40, 8)
    for way in WAYS:
        side = Vector((-way.y, way.x, 0))
        for k in (-1, -0.36, 0.36):
            columns.append((way * half + side * half * k + UP * floor, UP, tall))
        for k in (-0.68, 0.0, 0.68):
            if level or k or way.y < 0.5:          # the door takes the middle of the front
                at = way * half * 0.985 + side * half * k + UP * (floor + tall * 0.46)
                windows.append((at, way, 0.28 * shrink))
        if level:
            rail = half + 0.20
            for k in range(4):
                balusters.append((way * rail + side * rail * (-1 + 0.5 * k) + UP * floor, UP, 0.24))
    if level:
        edge = half + 0.27
        prism("Balcony", [(half, floor - 0.06), (edge, floor - 0.06), (edge, floor), (half, floor)], WOOD, 40, 8)
        for z in (0.11, 0.22):
            r = half + 0.20
            ring = [Vector((x * r, y * r, floor + z)) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
            tube("Rail", ring, 0.016, RAIL, 1, cyclic=True)
    last = level == 4
    eave, above = half + 0.78 * 0.93 ** level, (0.14 if last else 1.02 * 0.86 ** (level + 1) + 0.06)
    rise = 0.58 if last else 0.42
    for corner in roof(level, eave, above, floor + tall + 0.03, rise):
        bells.append((corner, UP, 1.0))
    floor += tall + 0.03 + rise + (0.0 if last else 0.05)


# --- Prototypes for geometry nodes ---
def lathe_part(name, profile, around, mat):
    def f(u, v):
        r, z = profile[round(v * (len(profile) - 1))]
        return (r * math.cos(TAU * u), r * math.sin(TAU * u), z)
    return surface(name, f, around, len(profile) - 1, mat)


post = lathe_part("Column", [(0.062, 0.0), (0.046, 0.07), (0.043, 0.92), (0.06, 1.0)], 6, WOOD)
scatter("Columns", columns, post, WOOD)
baluster = lathe_part("Baluster", [(0.09, 0.0), (0.09, 0.9), (0.14, 1.0), (0.004, 1.25)], 4, RAIL)
scatter("Balusters", balusters, baluster, RAIL)
bell = lathe_part("Bell", [(0.008, 0.04), (0.008, -0.05), (0.045, -0.07), (0.052, -0.15), (0.078, -0.20)], 6, GOLD)
scatter("Bells", bells, bell, GOLD)


def lattice():
    """A square grid of bars, alike along both axes so that it fits any wall; Z looks outwards."""
    verts, faces = [], []

    def bar(x0, y0, x1, y1, high, flanks):
        n = len(verts)
        verts.extend((x, y, z) for z in (0.0, high) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1)))
        faces.extend([(n + k, n + (k + 1) % 4, n + 4 + (k + 1) % 4, n + 4 + k) for k in flanks])
        faces.append((n + 4, n + 5, n + 6, n + 7))

    for at in (-0.85, 0.0, 0.85):
        bar(at - 0.08, -0.98, at + 0.08, 0.98, 0.18, (1, 3))
        bar(-0.98, at - 0.08, 0.98, at + 0.08, 0.22, (0, 2))
    return add_mesh("Lattice", verts, faces, WOOD)


scatter("Windows", windows, lattice(), WOOD)


# --- Door: a pointed arch by a formula ---
def door(u, v):
    a = TAU * u
    x, z = 0.27 * math.cos(a), 0.42 * math.sin(a) * (1.15 if math.sin(a) > 0 else 0.92)
    grow, depth = ((1.2, 0.96), (1.2, 1.05), (1.0, 1.05), (0.96, 1.0), (0.02, 1.0))[round(v * 4)]
    return (x * grow, 1.02 * depth, 0.52 + 0.385 + z * grow)


surface("Door", door, 20, 4, RAIL, smooth=False)

# --- Spire: nine rings on a curve of decreasing radius, and a jewel ---
spire = [(0.24, -0.03), (0.24, 0.05), (0.14, 0.10), (0.17, 0.18), (0.05, 0.28)]
for i in range(9):
    z, r = 0.36 + 0.13 * i, 0.19 * math.cos(0.11 * i)
    spire += [(0.03, z), (r, z + 0.02), (r, z + 0.045), (0.03, z + 0.065)]
spire += [(0.025, 1.60), (0.07, 1.68), (0.09, 1.75), (0.06, 1.84), (0.02, 1.93), (0.003, 2.06)]
lathe_part("Spire", spire, 12, GOLD).location = (0, 0, floor)
