"""A spiral staircase from equations: swept treads, a twisted column, bellied balusters. It starts towards -Y.

What repeats at every step is one part and a geometry-nodes modifier: a line of
points one rise apart, each instance turned by its index, then realised.
"""
import math

import bmesh
import bpy
from mathutils import Matrix, Vector

TREADS, STEP, RISE = 18, math.radians(30), 0.21
START = math.radians(-108)            # where the lowest tread begins
RAIL_RADIUS, RAIL = 1.24, 0.88

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


bronze, ivory = paint("Bronze", (0.16, 0.085, 0.04), 0.45, 0.2), paint("Ivory", (0.78, 0.72, 0.60), 0.55)
teak, brass = paint("Teak", (0.33, 0.14, 0.05), 0.5), paint("Brass", (0.78, 0.50, 0.16), 0.35, 0.3)


def polar(radius, angle, z=0.0):
    return Vector((radius * math.cos(angle), radius * math.sin(angle), z))


def tread_top(i):
    return RISE * (i + 1) + 0.13


def rail_z(angle):
    """A helix that eases into the landing's level: a smooth minimum of the two."""
    helix = RISE * (angle - START) / STEP + 0.13 + 0.5 * RISE + RAIL
    level = tread_top(TREADS) + RAIL
    h = max(0.0, min(1.0, 0.5 + (level - helix) / (4 * RISE)))
    return helix * h + level * (1 - h) - RISE * h * (1 - h)


def climb(name, part, count, material):
    """Geometry nodes: a line of points, one rise apart; each instance is turned by its index."""
    if not hasattr(bpy.types, "GeometryNodeMeshLine"):
        for i in range(count):                          # a Blender without these nodes: plain linked copies
            copy = part.copy()
            copy.location.z, copy.rotation_euler.z = RISE * i, STEP * i
            bpy.context.scene.collection.objects.link(copy)
        return
    obj = add_object(name, bpy.data.meshes.new(name), material)
    tree = bpy.data.node_groups.new(name, "GeometryNodeTree")
    if hasattr(tree, "interface"):                      # Blender 4 and later
        for way in ("INPUT", "OUTPUT"):
            tree.interface.new_socket("Geometry", in_out=way, socket_type="NodeSocketGeometry")
    else:
        tree.inputs.new("NodeSocketGeometry", "Geometry")
        tree.outputs.new("NodeSocketGeometry", "Geometry")
    add, link = tree.nodes.new, tree.links.new
    sink, line, index = add("NodeGroupOutput"), add("GeometryNodeMeshLine"), add("GeometryNodeInputIndex")
    turn, euler = add("ShaderNodeMath"), add("ShaderNodeCombineXYZ")
    info, instance, realize = (add("GeometryNode" + kind) for kind in ("ObjectInfo", "InstanceOnPoints",
                                                                       "RealizeInstances"))
    line.inputs["Count"].default_value = count
    line.inputs["Offset"].default_value = (0, 0, RISE)
    turn.operation = "MULTIPLY"
    turn.inputs[1].default_value = STEP
    info.inputs["Object"].default_value = part
    link(index.outputs[0], turn.inputs[0])
    link(turn.outputs[0], euler.inputs["Z"])
    link(line.outputs[0], instance.inputs["Points"])
    link(euler.outputs[0], instance.inputs["Rotation"])
    link(info.outputs["Geometry"], instance.inputs["Instance"])
    link(instance.outputs[0], realize.inputs[0])
    link(realize.outputs[0], sink.inputs[0])
    obj.modifiers.new("Climb", "NODES").node_group = tree


# --- Base plate: a bell curve; column: a barley-sugar twist that follows the stair ---
bell = [(0.56, 0.0), (0.56, 0.05), (0.53, 0.07)] + [(0.48 - 0.34 * t, 0.07 + 0.28 * math.exp(-((1 - t) / 0.30) ** 2))
                                                    for t in span(0, 1, 9)]
revolve("Base plate", bell, bronze, steps=36, crisp=50)
TOP = tread_top(TREADS) + RAIL + 0.06


def twisted(z, angle):
    r = 0.105 * (1.0 + 0.16 * math.cos(3 * (angle - STEP / RISE * z)))
    return polar(r, angle, z)


surface("Column", twisted, span(0.06, TOP, 76), span(0, 2 * math.pi, 15), ivory, crisp=0)
revolve("Capital", [(0.10, TOP - 0.08), (0.17, TOP - 0.02), (0.17, TOP + 0.02), (0.08, TOP + 0.05),
                    (0.06, TOP + 0.09)], bronze,
        steps=20)
revolve("Ball", [(0.15 * math.sin(a), TOP + 0.22 - 0.15 * math.cos(a)) for a in span(0, math.pi, 12)], brass,
        steps=20, crisp=0)

# --- Treads: both edges are swept along the same sine, so that they nest like petals ---
INNER, OUTER = 0.10, 1.32


def sweep(r):
    t = (r - INNER) / (OUTER - INNER)
    return math.radians(-9) * math.sin(math.pi * t) + math.radians(10) * t


def petal(low, high, bays):
    """A tread's outline between two angles, with an overlap at the back."""
    radii = span(INNER, OUTER, 6)
    front = [polar(r, low + sweep(r)) for r in radii]
    back = [polar(r, high + sweep(r)) for r in reversed(radii)]
    rim = [polar(OUTER + 0.03 * math.sin(math.pi * t), low + (high - low) * t + sweep(OUTER))
           for t in span(0, 1, bays)[1:-1]]
    return [(p.x, p.y) for p in front + rim + back]


tread = slab("Tread", petal(START, START + STEP * 1.12, 4), (0, 0, tread_top(0) - 0.03), (1, 0, 0), (0, 1, 0), 0.06,
             teak,
             visible=False)
climb("Treads", tread, TREADS, teak)

# --- Brackets: a quarter ellipse that thins out, and a logarithmic spiral in its corner ---
def bracket_parts(angle, under):
    ellipse = [polar(0.10 + 1.02 * math.sin(t), angle + sweep(0.10 + 1.02 * math.sin(t)), under - 0.25 * math.cos(t))
               for t in span(0, math.pi / 2, 9)]
    scroll = []
    for t in span(0, 1, 15):
        r = 0.105 * math.exp(-1.7 * t)
        scroll.append(polar(0.30 + r * math.cos(9.5 * t + 2.0), angle + sweep(0.3),
                            under - 0.115 + r * math.sin(9.5 * t + 2.0)))
    return ((rod("Bracket", ellipse, 0.034, bronze, taper=lambda t: 1.0 - 0.55 * t, visible=False)),
            (rod("Scroll", scroll, 0.019, bronze, resolution=0, taper=lambda t: 1.0 - 0.4 * t, visible=False)))


for part in bracket_parts(START + STEP * 0.56, tread_top(0) - 0.06):
    climb(part.name + "s", part, TREADS, bronze)
ring = [(0.10, -0.06), (0.165, -0.045), (0.165, 0.02), (0.10, 0.035)]
climb("Collars", revolve("Collar", ring, bronze, (0, 0, tread_top(0) - 0.03), steps=16, visible=False), TREADS + 1,
      bronze)

# --- Balusters: slender and bellied outwards; the handrail is one smooth helix ---
def belly(t):
    """How far a baluster bulges at the share t of its height."""
    return 0.11 * math.sin(math.pi * min(1.0, t / 0.72)) ** 2 if t < 0.72 else 0.0


def baluster(angle, low, high):
    path = [polar(RAIL_RADIUS + belly(t), angle, low + (high - low) * t) for t in (0, 0.1, 0.22, 0.36, 0.5, 0.62,
                                                                                   0.74, 1)]
    return rod("Baluster", path, 0.015, bronze, taper=lambda t: 1.35 - 0.35 * math.sin(math.pi * t), visible=False)


offset = sweep(RAIL_RADIUS)
for part in (0.3, 0.8):
    angle = START + STEP * part + offset
    climb(f"Balusters {part}", baluster(angle, tread_top(0) - 0.02, rail_z(angle)), TREADS - 1, bronze)
LEVEL, LAST = tread_top(TREADS), START + STEP * TREADS
END = LAST + math.radians(90) + offset
for k in range(13):
    # The rail eases towards the level here, so these few have heights of their own.
    angle = LAST - STEP + STEP * (0.3 + 0.5 * k) + offset
    if angle < END - 0.05:
        low = tread_top(TREADS - 1) if angle < LAST + offset else LEVEL
        bpy.context.scene.collection.objects.link(baluster(angle, low - 0.02, rail_z(angle)))
for angle, low in ((START + math.radians(2.5) + offset, 0.0), (END - 0.03, LEVEL - 0.04)):
    high = rail_z(angle) + 0.02
    bobbins = [(0.036 + 0.014 * math.cos(2 * math.pi * 5 * t), low + (high - low) * t) for t in span(0, 1, 30)]
    cap = [(0.06 * math.sin(a), high + 0.055 - 0.06 * math.cos(a)) for a in span(0.7, math.pi, 6)]
    revolve("Newel", [(0.06, low), (0.06, low + 0.04)] + bobbins[1:] + cap, bronze, polar(RAIL_RADIUS, angle),
            steps=12, crisp=70)
path = [START + 0.04 + offset + (END - 0.07 - START - offset) * t for t in span(0, 1, 110)]
rod("Handrail", [polar(RAIL_RADIUS, a, rail_z(a)) for a in path], 0.042, teak, resolution=2)

# --- Landing: a quarter circle whose edges follow the same sweep ---
slab("Landing", petal(LAST, LAST + math.radians(90), 14), (0, 0, LEVEL - 0.035), (1, 0, 0), (0, 1, 0), 0.07, teak)
for degrees in (14, 45, 76):
    for part in bracket_parts(LAST + math.radians(degrees), LEVEL - 0.07):
        bpy.context.scene.collection.objects.link(part)
