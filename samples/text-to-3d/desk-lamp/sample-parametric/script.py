"""A balanced-arm desk lamp from equations. One unit is 10 cm, the lamp reaches towards +X.

Links are Cassini ovals, knobs and the pleated bell are cosines of the angle,
and the springs come from geometry nodes: a spiral with a circle swept along it.
"""
import math

import bmesh
import bpy
from mathutils import Matrix, Vector

Y = Vector((0, 1, 0))

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


enamel, ivory = paint("Ochre enamel", (0.66, 0.26, 0.03), 0.35), paint("Ivory lining", (0.85, 0.80, 0.68), 0.5)
graphite, steel = paint("Graphite", (0.045, 0.05, 0.058), 0.45), paint("Steel", (0.62, 0.63, 0.65), 0.32, 0.3)
brass, glow = paint("Brass", (0.76, 0.49, 0.16), 0.32, 0.3), paint("Bulb", (1.0, 0.88, 0.62), 0.2)


def coil(name, start, end, radius, turns, wire, material):
    """A spring by geometry nodes: a spiral curve with a circle swept along it."""
    along = end - start
    frame = Matrix.Translation(start) @ along.to_track_quat("Z", "Y").to_matrix().to_4x4()
    if not hasattr(bpy.types, "GeometryNodeCurveSpiral"):
        steps = turns * 10                              # a Blender without this node: the same helix as a curve
        path = [frame @ Vector((radius * math.cos(2 * math.pi * k / 10), radius * math.sin(2 * math.pi * k / 10),
                                along.length * k / steps)) for k in range(steps + 1)]
        return rod(name, path, wire, material)
    obj = add_object(name, bpy.data.meshes.new(name), material)
    obj.matrix_world = frame
    tree = bpy.data.node_groups.new(name, "GeometryNodeTree")
    if hasattr(tree, "interface"):                      # Blender 4 and later
        for way in ("INPUT", "OUTPUT"):
            tree.interface.new_socket("Geometry", in_out=way, socket_type="NodeSocketGeometry")
    else:
        tree.inputs.new("NodeSocketGeometry", "Geometry")
        tree.outputs.new("NodeSocketGeometry", "Geometry")
    add, link = tree.nodes.new, tree.links.new
    sink = add("NodeGroupOutput")
    spiral, circle, sweep, smooth, colour = (add("GeometryNode" + kind) for kind in (
        "CurveSpiral", "CurvePrimitiveCircle", "CurveToMesh", "SetShadeSmooth", "SetMaterial"))
    for node, values in ((spiral, {"Resolution": 9, "Rotations": turns, "Start Radius": radius, "End Radius": radius,
                                   "Height": along.length}),
                         (circle, {"Resolution": 5, "Radius": wire}), (sweep, {"Fill Caps": True}),
                         (colour, {"Material": material})):
        for socket, value in values.items():
            next(s for s in node.inputs if s.name == socket and s.enabled).default_value = value
    link(spiral.outputs[0], sweep.inputs["Curve"])
    link(circle.outputs[0], sweep.inputs["Profile Curve"])
    link(sweep.outputs[0], smooth.inputs["Geometry"])
    link(smooth.outputs[0], colour.inputs["Geometry"])
    link(colour.outputs[0], sink.inputs[0])
    obj.modifiers.new("Coil", "NODES").node_group = tree
    return obj


def cassini(a, b, count=28):
    """A Cassini oval, a peanut when a is close to b: the outline of a link with two eyes."""
    outline = []
    for angle in span(0, 2 * math.pi, count)[:-1]:
        r = math.sqrt(a * a * math.cos(2 * angle) + math.sqrt(b ** 4 - (a * a * math.sin(2 * angle)) ** 2))
        outline.append((r * math.cos(angle), r * math.sin(angle)))
    return outline


def link_plates(name, a, b, y, material):
    """A pair of peanut-shaped plates that clasp the rods between the points a and b."""
    right = (b - a).normalized()
    half = (b - a).length / 2
    for side in (-y, y):
        slab(name, cassini(half, half * 1.06 + 0.04), (a + b) / 2 + Y * side, right, right.cross(Y), 0.05, material)


def joint(at, half_width, radius, material):
    """A cross pin whose ends are half ellipses."""
    cap = [(radius * math.cos(t), half_width + 0.6 * radius * math.sin(t)) for t in span(0, math.pi / 2, 5)]
    revolve("Pin", [(r, -z) for r, z in reversed(cap)] + cap, material, at, Y, steps=20)


def lobed_knob(at, radius, lobes, material):
    """A tightening knob: its radius is a cosine of the angle."""
    profile = [(0.35, 0.0), (0.35, 0.10), (0.9, 0.10), (1.0, 0.14), (1.0, 0.22), (0.88, 0.27), (0.3, 0.30),
               (0.0, 0.30)]
    frame = Matrix.Translation(at) @ Vector(Y).to_track_quat("Z", "Y").to_matrix().to_4x4()

    def point(k, angle):
        share, z = profile[k]
        r = radius * share * (1.0 + (0.11 * math.cos(lobes * angle) if share > 0.5 else 0.0))
        return frame @ Vector((r * math.cos(angle), r * math.sin(angle), z))

    surface("Knob", point, range(len(profile)), span(0, 2 * math.pi, lobes * 6), material, crisp=45)


# --- Base: a quarter of a superellipse above a step ---
BASE = Vector((-0.05, 0, 0))
dome = [(0.90 * math.cos(t) ** 0.5 if t < math.pi / 2 else 0.0, 0.20 + 0.26 * math.sin(t) ** 0.75)
        for t in span(0, math.pi / 2, 10)]
revolve("Base", [(0.0, 0.0), (1.04, 0.0), (1.08, 0.03), (1.08, 0.15), (1.05, 0.19), (0.93, 0.20)] + dome, enamel,
        BASE, steps=52)
revolve("Base ring", [(0.92, 0.185), (0.955, 0.20), (0.94, 0.225), (0.89, 0.24)], brass, BASE, steps=52)
neck = [(0.30 * math.exp(-2.2 * t) + 0.10, 0.44 + 0.40 * t) for t in span(0, 1, 7)]
revolve("Neck", neck + [(0.15, 0.86), (0.15, 0.92), (0.0, 0.92)], graphite, BASE, steps=28)
revolve("Switch", [(0.11, 0.0), (0.11, 0.03), (0.07, 0.05), (0.06, 0.10), (0.0, 0.12)], brass,
        BASE + Vector((0.52, 0, 0.43)),
        (0.12, 0, 1), steps=18)

# --- Arms: two parallel rods each, equal in length ---
LENGTH = 2.35
SHOULDER = BASE + Vector((0, 0, 1.02))
LOWER = Vector((-math.sin(math.radians(24)), 0, math.cos(math.radians(24))))
UPPER = Vector((math.cos(math.radians(23)), 0, math.sin(math.radians(23))))
ELBOW = SHOULDER + LOWER * LENGTH
WRIST = ELBOW + UPPER * LENGTH
for y in (-0.14, 0.14):
    rod("Lower rod", [SHOULDER + Y * y, ELBOW + Y * y], 0.05, steel, resolution=3)
    rod("Upper rod", [ELBOW + Y * y, WRIST + Y * y], 0.05, steel, resolution=3)
for at in (SHOULDER.lerp(ELBOW, 0.84), ELBOW.lerp(WRIST, 0.25), ELBOW.lerp(WRIST, 0.78)):
    joint(at, 0.15, 0.05, graphite)
slab("Fork", cassini(0.14, 0.175), SHOULDER + Vector((0.10, 0, 0)), (1, 0, 0), (0, 0, 1), 0.44, graphite)
link_plates("Elbow plate", ELBOW - LOWER * 0.30, ELBOW + UPPER * 0.02, 0.215, graphite)
link_plates("Elbow plate", ELBOW - UPPER * 0.02, ELBOW + UPPER * 0.30, 0.265, graphite)
for at, half_width, radius in ((SHOULDER, 0.25, 0.13), (ELBOW, 0.30, 0.11), (WRIST, 0.26, 0.11)):
    joint(at, half_width, radius, brass)
lobed_knob(ELBOW + Y * 0.26, 0.17, 7, graphite)
lobed_knob(WRIST + Y * 0.22, 0.12, 7, graphite)

# --- Springs: between two cross bars, one on each side ---
low, high = SHOULDER + Vector((0.26, 0, 0.02)), SHOULDER.lerp(ELBOW, 0.66)
for at in (low, high):
    rod("Spring bar", [at - Y * 0.40, at + Y * 0.40], 0.036, graphite, resolution=2)
pull = (high - low).normalized()
for y in (-0.33, 0.33):
    a, b = low + Y * y, high + Y * y
    coil("Spring", a + pull * 0.22, b - pull * 0.20, 0.085, 20, 0.020, steel)
    # Brass cones join the ends of the coil to the bars.
    for end, inwards in ((a, pull), (b, -pull)):
        revolve("Spring cap", [(0.0, 0.0), (0.05, 0.02), (0.095, 0.16), (0.095, 0.24), (0.06, 0.25)], brass, end,
                inwards, steps=14)

# --- Head: a pleated bell along AIM ---
AIM = Vector((0.50, 0, -0.866))
HEAD = WRIST + Vector((0.36, 0, 0.20))
slab("Head link", cassini(0.20, 0.23), (WRIST + HEAD + AIM * 0.30) / 2, (HEAD + AIM * 0.30 - WRIST).normalized(),
     (HEAD + AIM * 0.30 - WRIST).normalized().cross(Y), 0.22, graphite)
frame = Matrix.Translation(HEAD) @ AIM.to_track_quat("Z", "Y").to_matrix().to_4x4()


def bell(t, angle):
    """A logistic swell from the socket to the rim, and pleats that deepen towards it."""
    swell = 1.0 / (1.0 + math.exp(-9.0 * (t - 0.52)))
    r = 0.27 + 0.44 * swell + 0.16 * t ** 3
    r *= 1.0 + 0.022 * t * math.cos(24 * angle)
    return frame @ Vector((r * math.cos(angle), r * math.sin(angle), 0.12 + 1.36 * t))


shade = surface("Shade", bell, span(0, 1, 14), span(0, 2 * math.pi, 96), enamel, crisp=0)
shade.data.materials.append(ivory)
solid = shade.modifiers.new("Solidify", "SOLIDIFY")
solid.thickness, solid.offset, solid.material_offset = 0.03, -1.0, 1
shade.modifiers.new("Crisp edges", "EDGE_SPLIT").split_angle = math.radians(50)
crown = [(0.0, -0.16), (0.06, -0.15), (0.09, -0.10), (0.06, -0.06)] + [(0.30 * math.sin(t), 0.12 - 0.20 * math.cos(t))
                                                                       for t in span(0.2, math.pi / 2, 6)]
revolve("Crown", crown + [(0.30, 0.18), (0.25, 0.19)], graphite, HEAD, AIM, steps=28)
revolve("Socket", [(0.22, 0.14), (0.22, 0.60), (0.17, 0.66), (0.0, 0.66)], brass, HEAD, AIM, steps=20)
# A bulb: a sphere that runs into its neck.
bulb = [(0.13, 0.62), (0.14, 0.82)] + [(0.315 * math.sin(t), 1.30 - 0.315 * math.cos(t)) for t in span(0.62, math.pi,
                                                                                                       9)]
revolve("Bulb", bulb, glow, HEAD, AIM, steps=24, crisp=0)

# --- Cord: leaves the crown, hangs in a sine between the joints ---
knots = [HEAD - AIM * 0.12, HEAD - AIM * 0.34 - UPPER * 0.12, WRIST + Vector((-0.25, 0, 0.22))]
sag = UPPER.cross(Y) * 0.16
knots += [WRIST.lerp(ELBOW, t) + sag * (0.6 - 1.5 * math.sin(math.pi * t)) for t in span(0.2, 0.85, 6)]
knots += [ELBOW + Vector((-0.16, 0, 0.16)), ELBOW + Vector((-0.26, 0, -0.10))]
knots += [ELBOW.lerp(SHOULDER, t) + Vector((-0.10 - 0.10 * math.sin(math.pi * t), 0, 0)) for t in span(0.2, 0.85, 5)]
knots += [SHOULDER + Vector((-0.26, 0, -0.05)), BASE + Vector((-0.46, 0, 0.62)), BASE + Vector((-0.62, 0, 0.38))]


def smooth(points, rounds=2):
    """Chaikin's corner cutting."""
    for _ in range(rounds):
        cut = [points[0]]
        for p, q in zip(points, points[1:]):
            cut += [p.lerp(q, 0.25), p.lerp(q, 0.75)]
        points = cut + [points[-1]]
    return points


rod("Cord", smooth(knots), 0.03, graphite, resolution=1)
