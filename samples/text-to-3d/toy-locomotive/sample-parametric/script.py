"""A chunky toy locomotive from equations: barrel, catenary roof, superellipse windows.

One unit is 10 cm, the front is +X. Bodies are surfaces of revolution and Lamé
curves; spokes, bolts, buffers and coal are instanced on points by geometry nodes.
"""
import math
import random

import bmesh
import bpy
from mathutils import Matrix, Vector

random.seed(8)
X, Y, Z = Vector((1, 0, 0)), Vector((0, 1, 0)), Vector((0, 0, 1))

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


blue, cream = paint("Blue", (0.02, 0.11, 0.32), 0.35), paint("Cream", (0.84, 0.72, 0.48), 0.5)
red, yellow = paint("Red", (0.58, 0.05, 0.03), 0.4), paint("Yellow", (0.85, 0.50, 0.04), 0.4)
black, coal = paint("Black", (0.028, 0.028, 0.032), 0.45), paint("Coal", (0.012, 0.012, 0.014), 0.7)
steel = paint("Steel", (0.62, 0.63, 0.65), 0.35, 0.3)


def lame(half_width, half_height, power=5.0, count=24, at=(0, 0)):
    """A superellipse: a rectangle with soft corners."""
    points = []
    for angle in span(0, 2 * math.pi, count)[:-1]:
        c, s = math.cos(angle), math.sin(angle)
        points.append((at[0] + half_width * math.copysign(abs(c) ** (2 / power), c),
                       at[1] + half_height * math.copysign(abs(s) ** (2 / power), s)))
    return points


def sheet(name, outlines, at, right, up, thickness, material):
    """A filled 2D curve with thickness; the outlines after the first are openings."""
    curve = bpy.data.curves.new(name, "CURVE")
    curve.dimensions, curve.fill_mode, curve.extrude = "2D", "BOTH", thickness / 2
    for outline in outlines:
        spline = curve.splines.new("POLY")
        spline.points.add(len(outline) - 1)
        spline.use_cyclic_u = True
        for point, (u, v) in zip(spline.points, outline):
            point.co = (u, v, 0.0, 1.0)
    obj = add_object(name, curve, material)
    obj.modifiers.new("Crisp edges", "EDGE_SPLIT").split_angle = math.radians(35)
    obj.matrix_world = Matrix.Translation(at) @ Matrix((right, up, right.cross(up))).transposed().to_4x4()
    return obj


def pillow(name, low, high, material, power=7.0, swell=0.06):
    """A chunky block: a superellipse in plan whose sides swell a little."""
    low, high = Vector(low), Vector(high)
    middle, half = (low + high) / 2, (high - low) / 2
    levels = [(0.0, -1.0), (0.93, -1.0), (0.985, -0.93)] + [(1.0 + swell * math.cos(t) - swell, math.sin(t) * 0.9)
                                                           for t in span(-1.2, 1.2, 4)] + [(0.985, 0.93), (0.93, 1.0),
                                                                                           (0.0, 1.0)]
    plan = lame(1.0, 1.0, power, 28)
    plan.append(plan[0])

    def point(k, i):
        share, z = levels[k]
        return middle + Vector((plan[i][0] * half.x * share, plan[i][1] * half.y * share, half.z * z))

    return surface(name, point, range(len(levels)), range(len(plan)), material, crisp=40)


# --- Wheels: tyre and hub by revolution, spokes instanced on all six at once ---
DRIVERS, LEADER = (-1.42, 0.06), 1.32
BIG, SMALL, GAUGE = 0.68, 0.38, 0.60
WHEELS = [(x, side, r, n) for side in (-1, 1) for x, r, n in ((DRIVERS[0], BIG, 10), (DRIVERS[1], BIG, 10),
                                                              (LEADER, SMALL, 7))]
for x, side, r, _ in WHEELS:
    at, out = Vector((x, side * GAUGE, r)), Y * side
    tyre = [(0.78, -0.12), (1.0, -0.13), (1.0, -0.07), (0.95, -0.05), (0.92, 0.11), (0.78, 0.11), (0.78, -0.12)]
    revolve("Tyre", [(r * share, z) for share, z in tyre], red, at, out, steps=26)
    dome = [(0.30 * r * math.cos(t), 0.08 + 0.09 * math.sin(t)) for t in span(0, math.pi / 2, 4)]
    revolve("Hub", [(0.30 * r, -0.11)] + dome, yellow, at, out, steps=14)
spoke = rod("Spoke", [(0, 0, 0.2), (0, 0, 0.5), (0, 0, 0.82)], 0.095, red, resolution=0,
            taper=lambda t: 1.0 - 0.9 * t + 0.75 * t * t, visible=False)
spokes = [((x, side * (GAUGE + 0.01), r), (0, 2 * math.pi * (k + 0.25) / n, 0), (r, r, r)) for x, side, r, n in WHEELS
          for k in range(n)]
scatter("Spokes", spoke, spokes, red)
for x, r in ((DRIVERS[0], BIG), (DRIVERS[1], BIG), (LEADER, SMALL)):
    rod("Axle", [(x, -GAUGE, r), (x, GAUGE, r)], 0.08, black)

# --- Rods: one outline, a bar that widens to an eye at both ends ---
def rod_outline(length, eye, waist):
    upper = []
    for t in span(0, 1, 18):
        near = min(t, 1 - t) * length
        upper.append((t * length, waist + (eye - waist) * math.exp(-(near / (1.1 * eye)) ** 2)))
    upper = [(-eye, 0.0), (-0.75 * eye, 0.66 * eye)] + upper + [(length + 0.75 * eye, 0.66 * eye),
                                                                (length + eye, 0.0)]
    return upper + [(u, -v) for u, v in reversed(upper[1:-1])]


CRANK = Vector((0.27, 0, -0.20))
pin = [(0.085, -0.12), (0.085, 0.10)] + [(0.085 * math.cos(t), 0.10 + 0.07 * math.sin(t))
                                         for t in span(0, math.pi / 2, 3)[1:]]
for side in (-1, 1):
    rear, front = (Vector((x, side * (GAUGE + 0.17), BIG)) + CRANK for x in DRIVERS)
    slab("Coupling rod", rod_outline((front - rear).length, 0.13, 0.062), rear, X, Z, 0.08, steel)
    for at in (rear, front):
        revolve("Crank pin", pin, yellow, at, Y * side, steps=14)
    cylinder = Vector((1.36, side * 0.80, 0.80))
    head = cylinder - X * 0.30
    way = (head - front).normalized()
    slab("Main rod", rod_outline((head - front).length * 0.72, 0.11, 0.055), front + Y * side * 0.09, way,
         way.cross(Y), 0.07, steel)
    rod("Piston rod", [front.lerp(head, 0.68) + Y * side * 0.09, head], 0.05, steel)
    barrel = [(0.0, -0.42), (0.20, -0.40)] + [(0.27 + 0.025 * math.cos(6 * math.pi * t), -0.36 + 0.72 * t)
                                              for t in span(0, 1, 12)]
    revolve("Cylinder", barrel + [(0.20, 0.40), (0.0, 0.42)], blue, cylinder, X, steps=18, crisp=45)

# --- Frame, deck, buffer beams and four buffers ---
pillow("Frame", (-2.20, -0.42, 0.52), (1.90, 0.42, 1.02), black, swell=0.0)
slab("Deck", lame(2.36, 0.96, 9.0, 36, (-0.16, 0)), (0, 0, 1.06), X, Y, 0.12, red)
for x in (-2.42, 2.10):
    slab("Buffer beam", lame(0.92, 0.20, 7.0, 24), (x, 0, 0.90), Y, Z, 0.16, red)
shank = [(0.15, 0.0), (0.15, 0.05)] + [(0.085 + 0.05 * math.exp(-7 * t), 0.06 + 0.22 * t) for t in span(0, 1, 4)]
face = [(0.20 * math.cos(t), 0.30 + 0.07 * math.sin(t)) for t in span(0, math.pi / 2, 4)]
buffer = revolve("Buffer", shank + [(0.20, 0.28)] + face, steel, axis=X, steps=14, visible=False)
scatter("Buffers", buffer, [((x, y, 0.90), (0, 0, turn), (1, 1, 1)) for y in (-0.56, 0.56) for x,
                            turn in ((2.17, 0.0), (-2.49, math.pi))],
        steel)

# Splashers: half discs over the wheels that stand above the deck.
for side in (-1, 1):
    for x in DRIVERS:
        arch = [(0.80 * math.cos(t), BIG + 0.80 * math.sin(t)) for t in span(math.radians(31), math.radians(149), 14)]
        slab("Splasher", arch, (x, side * 0.62, 0), X, Z, 0.40, blue)
        rod("Splasher rim", [(x + u, side * 0.80, v) for u, v in arch], 0.035, yellow, resolution=0)

# --- Boiler: a barrel with half-round bands, smokebox, door with a star of bolts ---
BOILER = 1.86


def barrel_radius(x):
    return 0.70 - 0.035 * ((x - 0.2) / 1.1) ** 2


revolve("Boiler", [(barrel_radius(x), x) for x in span(-1.05, 1.30, 10)], blue, (0, 0, BOILER), X, steps=33)
for x in (-0.62, -0.10, 0.42, 0.94):
    revolve("Band", [(barrel_radius(x) - 0.01 + 0.045 * math.sin(t), x - 0.055 * math.cos(t))
                     for t in span(0, math.pi, 4)], yellow,
            (0, 0, BOILER), X, steps=33, crisp=60)
box = [(0.60, 1.22), (0.72, 1.24), (0.74, 1.28), (0.74, 1.92), (0.70, 1.97), (0.56, 1.98)]
door = [(0.54 * math.cos(t), 1.98 + 0.13 * math.sin(t) ** 0.8) for t in span(0, math.pi / 2, 7)]
revolve("Smokebox", box + [(0.54, 1.98)], black, (0, 0, BOILER), X, steps=33)
revolve("Smokebox door", [(0.57, 1.95), (0.57, 2.0)] + door, black, (0, 0, BOILER), X, steps=32)
revolve("Door knob", [(0.10, 0.0), (0.07, 0.05)] + [(0.10 * math.sin(t), 0.13 - 0.09 * math.cos(t))
                                                    for t in span(0.6, math.pi, 6)], yellow,
        (2.10, 0, BOILER), X, steps=14)
bolt = revolve("Bolt", [(0.045 * math.cos(t), 0.04 * math.sin(t)) for t in span(0, math.pi / 2, 2)], yellow, axis=X,
               steps=6, crisp=0,
               visible=False)
scatter("Bolts", bolt, [((1.965, 0.645 * math.cos(a), BOILER + 0.645 * math.sin(a)), (0, 0, 0), (1, 1, 1))
                        for a in span(0, 2 * math.pi, 14)[:-1]], yellow)
saddle = [(-0.44, 1.10), (0.44, 1.10)] + [(0.42 * math.cos(t), 1.32 + 0.06 * math.sin(t))
                                          for t in span(0, math.pi, 8)]
slab("Saddle", saddle, (1.60, 0, 0), Y, Z, 0.60, black)

# --- Chimney: a hyperbolic cosine; domes: bells exp(-r^4) ---
stack = [(0.17 + 0.055 * (math.cosh(2.6 * (t - 0.22)) - 1.0), 0.90 * t) for t in span(0, 1, 10)]
foot = [(0.36 - 0.17 * math.sin(t), -0.20 + 0.20 * (1 - math.cos(t))) for t in span(0, math.pi / 2, 5)]
LIP = stack[-1][0]
crown = [(LIP + 0.05 * math.sin(t) + 0.01, 0.95 - 0.06 * math.cos(t)) for t in span(0, math.pi, 6)]
revolve("Chimney", foot + stack[1:], black, (1.58, 0, BOILER + 0.74), steps=28, crisp=50)
revolve("Chimney crown", [(0.0, 0.60), (LIP - 0.14, 0.62), (LIP - 0.085, 0.76),
                          (LIP - 0.04, 0.86)] + crown + [(LIP - 0.06, 0.98), (LIP - 0.09, 0.75), (0.0, 0.72)], yellow,
        (1.58, 0, BOILER + 0.74), steps=28, crisp=50)
for x, wide, tall in ((0.16, 0.44, 0.62), (0.82, 0.34, 0.46)):
    bell = [(wide * t, tall * math.exp(-(1.45 * t) ** 4 * 0.55) - 0.10) for t in reversed(span(0, 1, 12))]
    revolve("Dome", bell, yellow, (x, 0, BOILER + 0.64), steps=26, crisp=0)
rod("Whistle", [(-0.62, 0.0, BOILER + 0.6), (-0.62, 0.0, BOILER + 1.0)], 0.05, yellow, resolution=2,
    taper=lambda t: 0.8 if t < 0.5 else 1.3)
revolve("Lamp", [(0.0, -0.16), (0.15, -0.14), (0.18, -0.02), (0.18, 0.10), (0.22, 0.12), (0.22, 0.17), (0.17, 0.17),
                 (0.12, 0.12), (0.0, 0.10)],
        yellow, (1.98, 0, 1.36), X, steps=22)
rod("Lamp foot", [(1.94, 0, 1.08), (1.94, 0, 1.25)], 0.07, black)

# --- Cab: Lamé windows, a catenary roof; bunker with coal ---
FRONT, REAR, EAVES = -0.98, -2.06, 2.70
for side in (-1, 1):
    wall = [(REAR, 1.08), (FRONT, 1.08), (FRONT, EAVES), (REAR, EAVES)]
    windows = [lame(0.19, 0.29, 3.0, 18, (x, 2.26)) for x in (-1.79, -1.25)]
    sheet("Cab side", [wall] + windows, Vector((0, side * 0.86, 0)), X, Z, 0.10, blue)
    for window in windows:
        rod("Window frame", [(x, side * 0.91, z) for x, z in window], 0.032, yellow, resolution=0, cyclic=True)
    rod("Panel line", [(x, side * 0.91, z) for x, z in lame(0.42, 0.30, 4.0, 20, (-1.52, 1.54))], 0.022, cream,
        resolution=0, cyclic=True)


def roof_height(y):
    return EAVES + 0.36 - 0.62 * (math.cosh(y / 0.78) - 1.0) * 0.58


gable = [(-0.86, 1.08), (0.86, 1.08)] + [(y, roof_height(y) - 0.03) for y in span(0.86, -0.86, 14)]
for x in (FRONT - 0.05, REAR + 0.05):
    sheet("Cab end", [gable] + [lame(0.17, 0.17, 2.0, 14, (y, 2.66)) for y in (-0.46, 0.46)], Vector((x, 0, 0)), Y, Z,
          0.10, blue)
under = [(y, roof_height(y) - 0.04) for y in span(-1.04, 1.04, 18)]
slab("Roof", under + [(y, z + 0.12) for y, z in reversed(under)], ((FRONT + REAR) / 2, 0, 0), Y, Z,
     FRONT - REAR + 0.50, cream)
rod("Roof ridge", [(REAR - 0.18, 0, roof_height(0) + 0.09), (FRONT + 0.18, 0, roof_height(0) + 0.09)], 0.05, cream)
pillow("Bunker", (-2.46, -0.88, 1.10), (-2.00, 0.88, 1.80), blue, power=8.0)
lump = bmesh.new()
bmesh.ops.create_icosphere(lump, subdivisions=1, radius=0.16)
for vert in lump.verts:
    vert.co *= random.uniform(0.85, 1.15)
nugget = add_mesh("Nugget", lump, coal, crisp=1, visible=False)
heap = []
for k in range(14):
    y, x = -0.70 + 1.40 * (k % 7) / 6, -2.31 + 0.16 * (k // 7)
    z = 1.80 + 0.13 * math.cos(1.6 * y) * random.uniform(0.2, 1.0)
    heap.append(((x, y + random.uniform(-0.03, 0.03), z), [random.uniform(0, 6) for _ in range(3)],
                 [random.uniform(0.8, 1.25)] * 3))
scatter("Coal", nugget, heap, coal)
