"""A wind-up gramophone from equations, with a swirling horn. Its front looks towards -Y.

The case is a stack of squircles, the gooseneck a chain of arcs, the horn an
exponential flare pleated by |cos|. Feet and the frieze of studs are instanced
on points by geometry nodes.
"""
import math

import bmesh
import bpy
from mathutils import Matrix, Vector

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


walnut, ebony = paint("Walnut", (0.17, 0.07, 0.03), 0.4), paint("Ebonised", (0.025, 0.02, 0.018), 0.4)
outside, inside = paint("Peacock", (0.015, 0.14, 0.17), 0.4), paint("Cream gold", (0.80, 0.58, 0.27), 0.4)
brass, shellac = paint("Brass", (0.78, 0.50, 0.16), 0.32, 0.3), paint("Shellac", (0.012, 0.012, 0.014), 0.35)
label, felt = paint("Label", (0.75, 0.42, 0.08), 0.6), paint("Felt", (0.20, 0.02, 0.03), 0.9)


# --- Case: squircles, stacked by a moulding profile ---
def squircle(half, angle, power=9.0):
    c, s = math.cos(angle), math.sin(angle)
    r = half / (abs(c) ** power + abs(s) ** power) ** (1 / power)
    return r * c, r * s


def case_part(name, profile, material):
    """A moulding: the squircle's half width over the height."""
    # More steps where the corners are.
    angles = sorted({math.radians(a + quarter) for quarter in (0, 90, 180, 270)
                     for a in (0, 18, 30, 37, 41, 45, 49, 53, 60, 72, 90)})

    def point(k, angle):
        half, z = profile[k]
        x, y = squircle(half, angle) if half else (0.0, 0.0)
        return x, y, z

    return surface(name, point, range(len(profile)), angles, material, crisp=40)


ogee = [(1.62 - 0.22 * t - 0.045 * math.sin(2 * math.pi * t), 0.34 + 0.24 * t) for t in span(0, 1, 7)]
case_part("Plinth", [(0.0, 0.18), (1.62, 0.18), (1.66, 0.21), (1.66, 0.30), (1.62, 0.34)] + ogee[1:], ebony)
# The sides swell a little.
case_part("Case", [(1.38 + 0.05 * math.sin(math.pi * t), 0.56 + 0.84 * t) for t in span(0, 1, 8)], walnut)
case_part("Bead", [(1.36 + 0.05 * math.sin(math.pi * t), 0.62 + 0.05 * t) for t in span(0, 1, 3)], brass)
lid = [(1.38 + 0.20 * t + 0.045 * math.sin(2 * math.pi * t), 1.38 + 0.20 * t) for t in span(0, 1, 7)]
case_part("Lid", lid + [(1.62, 1.60), (1.62, 1.68), (1.58, 1.72), (1.48, 1.74), (1.42, 1.79), (0.0, 1.79)], ebony)
bun = revolve("Foot", [(0.0, 0.0)] + [(0.09 + 0.13 * math.sin(a), 0.10 - 0.10 * math.cos(a))
                                      for a in span(0, math.pi, 8)], brass,
              steps=16, visible=False)
corners = [(x, y) for x in (-1.32, 1.32) for y in (-1.32, 1.32)]
scatter("Feet", bun, [((x, y, 0), (0, 0, 0), (1, 1, 1)) for x, y in corners], brass)
# A frieze of studs along a sine on every side.
stud = revolve("Stud", [(0.036 * math.cos(a), 0.03 * math.sin(a)) for a in span(0, math.pi / 2, 3)], brass,
               axis=(0, -1, 0),
               steps=8, crisp=0, visible=False)
studs = []
for side in range(4):
    turn = Matrix.Rotation(math.pi / 2 * side, 3, "Z")
    for k in range(17):
        u = -1.04 + 0.13 * k
        if side == 1 and abs(u - 0.2) < 0.3:
            continue                                    # the crank's plate is here
        studs.append((turn @ Vector((u, -1.415, 0.98 + 0.20 * math.cos(2 * math.pi * k / 8))),
                      (0, 0, math.pi / 2 * side), (1, 1, 1)))
scatter("Frieze", stud, studs, brass)

# --- Turntable and record: its surface ripples with the grooves ---
HUB = Vector((0, -0.16, 1.79))
revolve("Turntable", [(0.4, 0.0), (0.4, 0.03), (1.16, 0.03), (1.20, 0.06), (1.20, 0.10), (1.14, 0.12), (0.0, 0.12)],
        felt, HUB, steps=44)
ripple = [(1.13, 0.12), (1.13, 0.15)] + [(1.11 - 0.70 * t, 0.155 + 0.007 * math.cos(2 * math.pi * 7 * t))
                                         for t in span(0, 1, 28)]
revolve("Record", ripple + [(0.38, 0.155), (0.0, 0.155)], shellac, HUB, steps=40, crisp=60)
revolve("Label", [(0.36, 0.15), (0.36, 0.168), (0.0, 0.168)], label, HUB, steps=24)
revolve("Spindle", [(0.045, 0.15), (0.045, 0.22), (0.0, 0.26)], brass, HUB, steps=10)

# --- Gooseneck: arcs of growing radius, swelling exponentially towards the horn ---
neck, heading, at = [Vector((0, 1.30, 1.10))], math.radians(-90), Vector((0, 1.30, 1.10))
for bend, length, count in ((0, 0.34, 1), (90, 0.62, 6), (0, 0.62, 1), (-16, 0.8, 4), (88, 1.75, 10)):
    for k in range(count):
        heading += math.radians(bend) / count / 2
        at = at + Vector((0, -math.sin(heading), math.cos(heading))) * (length / count)
        heading += math.radians(bend) / count / 2
        neck.append(at)
rod("Neck", neck, 0.115, brass, resolution=4, taper=lambda t: 1.0 + 0.9 * max(0.0, (t - 0.35) / 0.65) ** 2)
AIM = Vector((0, -math.sin(heading), math.cos(heading)))
LIFT = Vector((0, math.cos(heading), math.sin(heading)))
throat = neck[-1]
revolve("Flange", [(0.0, -0.02), (0.26, -0.02), (0.26, 0.03), (0.17, 0.08), (0.14, 0.20)], brass, (0, 1.40, 1.10),
        (0, 1, 0), steps=24)
revolve("Collar", [(0.20 + 0.055 * math.sin(a), -0.10 * math.cos(a)) for a in span(0, math.pi, 6)], brass, throat,
        AIM, steps=24, crisp=60)
revolve("Collar", [(0.11 + 0.06 * math.sin(a), -0.07 * math.cos(a)) for a in span(0, math.pi, 6)], brass, neck[8],
        (0, 0, 1), steps=18, crisp=60)


# --- Horn: ten pleated petals that swirl around the axis, each with a pointed tip ---
PETALS, REACH = 10, 2.1


def horn(s, angle):
    pleat = abs(math.cos(PETALS * angle / 2))           # 1 along a petal's middle, 0 in the seams
    flare = 0.185 + 0.36 * s + 1.25 * s ** 3.6
    r = flare * (1.0 - 0.20 * s * (1.0 - pleat ** 0.8)) * (1.0 + 0.07 * pleat ** 5 * s ** 8)
    ahead = REACH * (1.0 - (1.0 - s) ** 1.3) + (0.16 * pleat ** 3 - 0.10) * s ** 6
    swirl = angle + math.radians(34) * s ** 1.6
    side = Vector((1, 0, 0)) * math.cos(swirl) + LIFT * math.sin(swirl)
    return throat + AIM * ahead + side * r


flower = surface("Horn", horn, [t ** 0.8 for t in span(0, 1, 15)], span(0, 2 * math.pi, PETALS * 8), inside, crisp=0)
flower.data.materials.append(outside)
solid = flower.modifiers.new("Solidify", "SOLIDIFY")
solid.thickness, solid.offset = 0.03, 0.0
solid.material_offset, solid.material_offset_rim = 1, 1
flower.modifiers.new("Crisp edges", "EDGE_SPLIT").split_angle = math.radians(48)

# --- Tone arm: half a sine over the record, ending in the sound box ---
def arm_point(t):
    start, end = Vector((0.0, neck[7].y, 2.02)), Vector((0.60, -0.32, 2.16))
    return start.lerp(end, t) + Vector((0.22 * math.sin(math.pi * t), 0, 0.34 * math.sin(math.pi * t) ** 0.9))


rod("Tone arm", [arm_point(t) for t in span(0, 1, 18)], 0.085, brass, resolution=2, taper=lambda t: 1.0 - 0.4 * t)
BOX, FACE = arm_point(1.0) + Vector((0.02, -0.02, -0.02)), Vector((0.9, -0.35, 0.3)).normalized()
disc = [(0.0, -0.07), (0.20, -0.07)] + [(0.22 + 0.02 * math.sin(a), -0.05 * math.cos(a)) for a in span(0, math.pi, 5)]
revolve("Sound box", disc + [(0.19, 0.06), (0.17, 0.03), (0.07, 0.045), (0.0, 0.07)], brass, BOX, FACE, steps=26)
rod("Needle", [BOX + FACE * 0.05, BOX + FACE * 0.05 + Vector((0.0, -0.04, -0.12)),
               Vector((BOX.x + 0.03, BOX.y - 0.10, HUB.z + 0.14))],
    0.022, brass, taper=lambda t: 1.0 - 0.5 * t)

# --- Crank: an S-curve out of the right side, and a handle turned from a cosine ---
ROD = Vector((1.36, 0.2, 0.98))
revolve("Crank plate", [(0.21, 0.0), (0.21, 0.05), (0.12, 0.09), (0.10, 0.16), (0.0, 0.16)], brass, ROD, (1, 0, 0),
        steps=22)
bend = [ROD, ROD + Vector((0.38, 0, 0))]
bend += [ROD + Vector((0.56, 0, 0)) + Vector((-0.18 * math.cos(a), 0, -0.18 + 0.18 * math.sin(a)))
         for a in span(math.pi / 2.6, math.pi / 2, 2)]
bend += [ROD + Vector((0.56 + 0.05 * math.sin(math.pi * t), -0.20 * t + 0.06 * math.sin(2 * math.pi * t),
                       -0.06 - 0.52 * t)) for t in span(0, 1, 8)]
rod("Crank", bend, 0.05, brass, resolution=2)
grip = [(0.0, -0.05)] + [(0.085 + 0.03 * math.cos(2 * math.pi * (t * 1.5 + 0.5)), -0.05 + 0.62 * t)
                         for t in span(0, 1, 12)]
revolve("Handle", grip + [(0.0, 0.60)], ebony, bend[-1], (1, 0, 0), steps=18)
