"""Five toadstools whose parts are curves and surfaces of revolution.

One unit is 10 cm. Stems and grass are Bezier curves with a tapering bevel,
caps are spun from a formula, gills are one sheet repeated by an Array
modifier, and geometry nodes lay the warts out along a golden-angle spiral.
"""
import math
import random

import bmesh
import bpy
from mathutils import Matrix, Vector

random.seed(4)
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


MOUND = material("Mossy ground", "#5f7f45", 0.95)
MOSS = material("Moss", "#88a552", 0.95)
STEM = material("Stem", "#f4ead6", 0.7)
CAP = material("Cap", "#d96a2b", 0.4)
WART = material("Warts", "#fdf1d6", 0.75)
GILL = material("Gills", "#f0d9b2", 0.8)
GRASS = material("Grass", "#9dbb58", 0.7)


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


def height(x, y):
    return 0.42 * math.exp(-(x * x + y * y) / 1.1) + 0.03 * math.sin(5 * x) * math.sin(5 * y)


# --- Mound: a bell curve on a round plate ---
def mound(u, v):
    a, r = 2 * math.pi * u, 1.55 * math.sin(math.pi / 2 * min(1, v / 0.9)) + 0.001
    x, y = r * math.cos(a), r * math.sin(a)
    return (x, y, height(x, y) if v < 0.95 else -0.08)


surface("Mound", mound, 48, 16, MOUND)


def blob(name, scale, mat):
    """A flattened half ball, the prototype that geometry nodes copy."""
    def f(u, v):
        a, b = 2 * math.pi * u, 0.5 * math.pi * v - 0.25
        r = math.cos(b) * (1 + 0.1 * math.sin(3 * a)) if v < 1 else 0.12
        return (r * math.cos(a), r * math.sin(a), scale * math.sin(b))
    return surface(name, f, 9, 3, mat)


cushions = []
for i in range(3, 36):
    a, r = i * GOLDEN, 1.42 * math.sqrt(i / 36)
    at = Vector((r * math.cos(a), r * math.sin(a), 0))
    at.z = height(at.x, at.y) - 0.02
    cushions.append((at, (at.x * 0.4, at.y * 0.4, 1), 0.09 + 0.07 * abs(math.sin(7 * i))))
scatter("Moss", cushions, blob("Moss cushion", 0.6, MOSS), MOSS)

# --- Toadstools ---
warts = []


def bezier(p0, p1, p2, p3, steps):
    for i in range(steps + 1):
        t = i / steps
        s = 1 - t
        yield p0 * s ** 3 + p1 * (3 * s * s * t) + p2 * (3 * s * t * t) + p3 * t ** 3


def toadstool(x, y, azimuth, lean, tall, girth, width, arch, gills, spots):
    out = Vector((math.cos(azimuth), math.sin(azimuth), 0))
    foot = Vector((x, y, height(x, y) - 0.08))
    top = foot + out * lean + Vector((0, 0, tall))
    path = list(bezier(foot, foot + Vector((0, 0, tall * 0.45)) - out * lean * 0.2,
                       top - Vector((0, 0, tall * 0.4)) - out * lean * 0.25, top, 16))
    taper = [girth * (0.72 + 1.15 * math.exp(-((i / 16 - 0.07) / 0.12) ** 2)) for i in range(17)]
    tube("Stem", path, taper, STEM, 3)
    axis = (path[-1] - path[-3]).normalized()
    spin = axis.to_track_quat("Z", "Y").to_matrix().to_4x4()
    frame = Matrix.Translation(top) @ spin

    def roof(r):
        """Height over the lip: a superellipse, arch = 2 is an ellipse."""
        return width * 0.62 * max(0.0, 1 - r ** arch) ** (1 / arch)

    def cap(u, v):
        # The first 70 % of v run over the dome, the rest under the lip and back to the stem
        a = 2 * math.pi * u
        if v <= 0.7:
            r = math.sin(math.pi / 2 * v / 0.7)
            z = roof(r)
        else:
            t = (v - 0.7) / 0.3
            r, z = 1 - 0.75 * t ** 1.3, width * (-0.06 * math.sin(math.pi * min(1, 3 * t)) + 0.20 * t)
        r = max(r, 0.004) * width * (1 + 0.02 * r * math.sin(6 * a))
        return frame @ Vector((r * math.cos(a), r * math.sin(a), z))

    surface("Cap", cap, 32, 15, CAP)

    # Gills: one curved sheet, repeated around the stem by an Array with an object offset
    sheet = []
    for i in range(7):
        t = i / 6
        r = girth * 0.6 + (width * 0.93 - girth * 0.6) * t
        sheet += [(r, 0, width * 0.17 * (1 - t)), (r, 0, -0.01 - 0.15 * width * math.sin(math.pi * (0.1 + 0.9 * t)))]
    gill = add_mesh("Gills", sheet, grid_faces(7, 2, wrap=False), GILL, smooth=False)
    gill.matrix_world = frame
    pivot = bpy.data.objects.new("Gill step", None)
    bpy.context.scene.collection.objects.link(pivot)
    pivot.matrix_world = frame @ Matrix.Rotation(2 * math.pi / gills, 4, "Z")
    array = gill.modifiers.new("Around", "ARRAY")
    array.use_relative_offset, array.use_object_offset = False, True
    array.offset_object, array.count = pivot, gills

    # Ring: a skirt whose hem is a sum of sines
    def skirt(u, v):
        a = 2 * math.pi * u
        flare = 0.75 + 1.5 * math.sin(math.pi / 2 * v)
        hem = v * v * (0.5 * math.sin(5 * a) + 0.35 * math.sin(11 * a + 1) + 0.25 * math.sin(17 * a))
        return collar @ Vector((flare * girth * math.cos(a), flare * girth * math.sin(a),
                                girth * (0.4 - 1.5 * v * v + 0.6 * hem)))

    along = (path[13] - path[11]).normalized()
    collar = Matrix.Translation(path[12]) @ along.to_track_quat("Z", "Y").to_matrix().to_4x4()
    surface("Ring", skirt, 28, 3, STEM)

    for i in range(spots):
        r, a = 0.92 * math.sqrt((i + 0.4) / spots), i * GOLDEN
        steep = (roof(r + 0.01) - roof(r - 0.01)) / (0.02 * width)
        way = Vector((-steep * math.cos(a), -steep * math.sin(a), 1)).normalized()
        spot = Vector((r * width * math.cos(a), r * width * math.sin(a), roof(r)))
        warts.append((frame @ spot, spin.to_3x3() @ way, width * (0.115 - 0.05 * r)))


toadstool(0.05, 0.02, 2.2, 0.10, 2.25, 0.16, 1.00, 2.0, 50, 34)
toadstool(0.55, 0.42, 0.5, 0.62, 1.42, 0.11, 0.50, 2.3, 28, 11)
toadstool(-0.45, 0.48, 2.3, 0.58, 1.02, 0.10, 0.42, 2.4, 28, 11)
toadstool(0.35, -0.55, -1.0, 0.48, 1.10, 0.10, 0.40, 2.4, 28, 11)


# The youngest: an egg on a short stem
def egg(u, v):
    a, b = 2 * math.pi * u, math.pi * (1 - v)
    r = max(0.19 * math.sin(b), 0.002)
    return (-0.62 + r * math.cos(a), -0.50 + r * math.sin(a),
            0.58 + (0.25 + 0.03 * math.cos(b)) * math.cos(b))


surface("Button", egg, 24, 12, CAP)
tube("Button stem", [Vector((-0.58, -0.46, 0.1)), Vector((-0.60, -0.48, 0.28)), Vector((-0.62, -0.50, 0.5))],
     [0.15, 0.14, 0.11], STEM, 3)
for i in range(12):
    b, a = math.pi * (0.07 + 0.045 * i), i * GOLDEN
    way = Vector((math.sin(b) * math.cos(a), math.sin(b) * math.sin(a), math.cos(b)))
    warts.append((Vector((-0.62, -0.50, 0.58)) + Vector((way.x * 0.19, way.y * 0.19, way.z * 0.27)), way, 0.036))
scatter("Warts", warts, blob("Wart", 0.55, WART), WART)

# --- Grass: tapering curves in tufts ---
for i in range(20):
    a, r = i * GOLDEN * 0.5, 0.95 + 0.35 * ((i * 7) % 5) / 5
    foot = Vector((r * math.cos(a), r * math.sin(a), 0))
    foot.z = height(foot.x, foot.y) - 0.03
    away = Vector((math.cos(a + 1.3 * math.sin(i)), math.sin(a + 1.3 * math.sin(i)), 0))
    long = 0.45 + 0.5 * abs(math.sin(3.1 * i))
    path = list(bezier(foot, foot + Vector((0, 0, long * 0.5)), foot + Vector((0, 0, long)) + away * long * 0.1,
                       foot + Vector((0, 0, long * 0.85)) + away * long * 0.55, 6))
    tube("Grass", path, [0.026 * (1 - k / 6) + 0.002 for k in range(7)], GRASS, 0)
