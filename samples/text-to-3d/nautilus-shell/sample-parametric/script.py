"""Half a nautilus shell as one self-similar formula.

One unit is 6 cm, the cut lies in the plane y = 0 before it is turned towards
the viewer. A logarithmic spiral looks the same after every turn and scaling,
so a single chamber wall is enough: geometry nodes copy it thirty times, each
copy turned by the same angle and smaller by the same factor.
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


OUTSIDE = material("Ribbed outside", "#e7c9a0", 0.5)
PEARL = material("Mother of pearl", "#dfe6ea", 0.2)
EDGE = material("Cut edge", "#fffaf0", 0.35)
SEPTUM = material("Chamber walls", "#f3d9d6", 0.25)
TUBE = material("Siphon", "#d98c5f", 0.5)
STONE = material("Slate", "#4a4f57", 0.7)


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
RADIUS, GROWTH, TURNS = 1.6, 3.1, 3.0
MOUTH = math.radians(35)
WALL = 0.07


def at(radius, angle, y):
    return Vector((radius * math.cos(angle), y, radius * math.sin(angle)))


def scale(back):
    return RADIUS * GROWTH ** (-back / TAU)


def section(q, phi, hollow=True):
    """The whorl's half-oval for an outer radius of 1: distance from the axis and depth behind the cut."""
    top, bottom = (1 - WALL, 1 / GROWTH) if hollow else (1.0, 1 / GROWTH - 0.02)
    middle, half = (top + bottom) / 2, (top + bottom - 2 * bottom) / 2
    depth = half * 0.92 + (0 if hollow else WALL * 0.6)
    # A superellipse: fuller than a circle towards the back
    c, s = math.cos(phi), math.sin(phi)
    return middle + half * q * math.copysign(abs(c) ** 0.85, c), depth * q * s ** 0.85


def shell(u, v):
    """Outside with growth ribs that fade towards the axis; u goes back along the spiral."""
    back = TAU * TURNS * u
    radius, y = section(1, math.pi * v, hollow=False)
    rib = 1 + 0.03 * math.sin(math.pi * min(1.0, 1.3 * v)) * math.sin(15 * back)
    flare = 1 + 0.05 * math.exp(-(back / 0.12) ** 2) * math.sin(math.pi * v)
    return at(radius * scale(back), MOUTH - back, y * scale(back) * rib * flare)


def lining(u, v):
    back = TAU * TURNS * u
    radius, y = section(1, math.pi * v)
    return at(radius * scale(back), MOUTH - back, y * scale(back))


def cut(u, v):
    back = TAU * TURNS * u
    radius = 1 - WALL * (1 - v)
    return at(radius * scale(back), MOUTH - back, -0.01 * math.sin(math.pi * v) * scale(back))


surface("Outside", shell, 260, 9, OUTSIDE, wrap=False)
surface("Lining", lining, 130, 9, PEARL, wrap=False)
surface("Cut edge", cut, 130, 4, EDGE, wrap=False)


def mouth(u, v):
    """Closes the gap between the outside and the lining at the mouth."""
    a, b = shell(0, u), lining(0, u)
    bulge = at(0.03 * math.sin(math.pi * v), MOUTH + math.pi / 2, 0)
    return a.lerp(b, v) + bulge


surface("Lip", mouth, 18, 4, EDGE, wrap=False)


# --- One chamber wall for a radius of 1, in the direction of Z: a cup with thickness and a collar ---
def cup(q, phi, thick):
    angle = math.pi / 2 - 0.34 * (1 - q ** 2.4) - thick
    shrink = GROWTH ** ((angle - math.pi / 2) / TAU)
    radius, y = section(max(q, 0.02), phi)
    return at(radius * shrink, angle, y * shrink)


FAN, RINGS = 8, 5
verts = [cup(r / (RINGS - 1), math.pi * k / FAN, thick)
         for thick in (0.0, 0.05) for r in range(RINGS) for k in range(FAN + 1)]
sheet = grid_faces(RINGS, FAN + 1, wrap=False)
half = RINGS * (FAN + 1)
faces = sheet + [[n + half for n in face] for face in sheet]
rim = [r * (FAN + 1) for r in range(RINGS - 1, -1, -1)] + [r * (FAN + 1) + FAN for r in range(RINGS)]
faces += [(a, b, b + half, a + half) for a, b in zip(rim, rim[1:])]
wall = add_mesh("Chamber wall", verts, faces, SEPTUM)

SEPTA, FIRST, STEP = 30, math.radians(118), math.radians(22)
places = []
for i in range(SEPTA):
    back = FIRST + STEP * i
    places.append((Vector((0, 0, 0)), at(1, MOUTH - back, 0), scale(back)))
scatter("Chamber walls", places, wall, SEPTUM)

# --- Heart: the first chamber, a bead where the spiral begins ---
HEART = scale(TAU * TURNS) * 0.95
surface("Heart", lambda u, v: at(HEART * math.sin(math.pi * (0.02 + 0.96 * v)), TAU * u,
                                 HEART * math.cos(math.pi * (0.02 + 0.96 * v))), 12, 6, PEARL)

# --- Tube: a tapering curve through the middle of every wall ---
points, radii = [], []
for i in range(SEPTA * 4):
    back = FIRST + 0.25 + STEP * i / 4
    points.append(at(section(0, 0)[0] * scale(back), MOUTH - back, 0.0))
    radii.append(scale(back) * (0.026 + (0.016 if i % 4 == 0 else 0.0)))
tube("Siphon", points, radii, TUBE, 1)

# --- Stand: a slate block with a hollow that fits the shell ---
LOW = -1.42


def block(u, v):
    """A rounded box whose top dips along the outer wall."""
    a = TAU * u
    c, s = math.cos(a), math.sin(a)
    x = 0.62 * math.copysign(abs(c) ** 0.35, c)
    y = 0.34 * math.copysign(abs(s) ** 0.35, s)
    # Rising side, then the top in shrinking rings
    if v < 0.45:
        swell = 1 - 0.18 * (v / 0.45) ** 2
        return Vector((0.12 + x * swell, 0.26 + y * swell, LOW + 0.34 * v / 0.45))
    r = 0.82 * (1 - (v - 0.45) / 0.55)
    px = 0.12 + x * r
    angle = math.atan2(-1.15, px)
    spiral = scale((MOUTH - angle) % TAU)
    floor = -math.sqrt(max(0.2, spiral ** 2 - px ** 2)) + 0.05
    return Vector((px, 0.26 + y * r, max(LOW + 0.2, min(LOW + 0.36, floor))))


surface("Stand", block, 40, 11, STONE)

pose = Matrix.Rotation(math.radians(150), 4, "Z") @ Matrix.Translation((-0.25, -0.26, -LOW))
for obj in bpy.data.objects:
    obj.matrix_world = pose @ obj.matrix_basis
