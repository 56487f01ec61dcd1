"""A balanced-arm desk lamp: stepped base, two sprung arms, bell shade and cord.

One unit is 10 cm and the lamp reaches towards +X. Round parts are profiles
revolved with a Screw modifier, flat parts are outlines given thickness with
Solidify and Bevel, springs, rods and the cord are bevelled curves.
"""
import math

import bmesh
import bpy
from mathutils import Matrix, Vector

Y = Vector((0, 1, 0))
SHOULDER = Vector((-0.10, 0, 0.98))
ELBOW = Vector((-0.95, 0, 3.10))
WRIST = Vector((1.12, 0, 4.10))
AIM = Vector((0.46, 0, -0.89)).normalized()

for obj in list(bpy.data.objects):
    bpy.data.objects.remove(obj, do_unlink=True)


def place(obj, at, axis):
    """Move an object so that its local Z looks along axis."""
    obj.matrix_world = Matrix.Translation(at) @ Vector(axis).to_track_quat("Z", "Y").to_matrix().to_4x4()
    return obj


def add_mesh(name, bm, smooth=True):
    mesh = bpy.data.meshes.new(name)
    bm.to_mesh(mesh)
    bm.free()
    mesh.polygons.foreach_set("use_smooth", [smooth] * len(mesh.polygons))
    obj = bpy.data.objects.new(name, mesh)
    bpy.context.scene.collection.objects.link(obj)
    return obj


def keep_edges_crisp(obj):
    obj.modifiers.new("Crisp edges", "EDGE_SPLIT").split_angle = math.radians(35)


def lathe(name, profile, at=(0, 0, 0), axis=(0, 0, 1), steps=40, thickness=0.0):
    """Revolve (radius, height) points around an axis, optionally as a thin shell."""
    bm = bmesh.new()
    verts = [bm.verts.new((r, 0.0, z)) for r, z in profile]
    for a, b in zip(verts, verts[1:]):
        bm.edges.new((a, b))
    obj = add_mesh(name, bm)
    screw = obj.modifiers.new("Screw", "SCREW")
    screw.steps = screw.render_steps = steps
    screw.use_merge_vertices = screw.use_normal_flip = True   # profiles run upwards on the outside
    if thickness:
        solid = obj.modifiers.new("Solidify", "SOLIDIFY")
        solid.thickness, solid.offset = thickness, 0.0
        bevel = obj.modifiers.new("Bevel", "BEVEL")
        bevel.width, bevel.segments, bevel.limit_method = thickness * 0.35, 1, "ANGLE"
        bevel.angle_limit = math.radians(60)
    keep_edges_crisp(obj)
    return place(obj, Vector(at), axis)


def link_plate(name, a, b, radius_a, radius_b, y, thickness=0.05):
    """A flat link in the XZ plane with rounded ends around a and b."""
    along = (b - a).normalized()
    up = along.cross(Y)
    outline = []
    for centre, radius, start in ((b, radius_b, -90), (a, radius_a, 90)):
        for i in range(11):
            t = math.radians(start + 180 * i / 10)
            outline.append(centre + (along * math.cos(t) + up * math.sin(t)) * radius)
    bm = bmesh.new()
    bm.faces.new([bm.verts.new(co + Y * y) for co in outline])
    obj = add_mesh(name, bm)
    solid = obj.modifiers.new("Solidify", "SOLIDIFY")
    solid.thickness, solid.offset = thickness, 0.0
    bevel = obj.modifiers.new("Bevel", "BEVEL")
    bevel.width, bevel.segments, bevel.limit_method = 0.012, 1, "ANGLE"
    bevel.angle_limit = math.radians(60)
    keep_edges_crisp(obj)
    return obj


def tube(name, points, radius, resolution=2):
    curve = bpy.data.curves.new(name, "CURVE")
    curve.dimensions = "3D"
    curve.bevel_depth, curve.bevel_resolution, curve.use_fill_caps = radius, resolution, True
    spline = curve.splines.new("POLY")
    spline.points.add(len(points) - 1)
    for point, co in zip(spline.points, points):
        point.co = (*co, 1.0)
    obj = bpy.data.objects.new(name, curve)
    bpy.context.scene.collection.objects.link(obj)
    return obj


def smooth_path(knots, per_span=6):
    """Catmull-Rom curve through the knots."""
    knots = [Vector(k) for k in knots]
    ends = [2 * knots[0] - knots[1]] + knots + [2 * knots[-1] - knots[-2]]
    path = []
    for p0, p1, p2, p3 in zip(ends, ends[1:], ends[2:], ends[3:]):
        for i in range(per_span):
            t = i / per_span
            square, cube = 2 * p0 - 5 * p1 + 4 * p2 - p3, 3 * p1 - p0 - 3 * p2 + p3
            path.append(0.5 * (2 * p1 + (p2 - p0) * t + square * t ** 2 + cube * t ** 3))
    return path + [knots[-1]]


def spring(name, start, end, radius, turns, hook=0.16):
    """A coil with straight hooks at both ends."""
    along = (end - start).normalized()
    side = along.cross(Y).normalized()
    a, b = start + along * hook, end - along * hook
    points = [start]
    for i in range(turns * 9 + 1):
        t = 2 * math.pi * i / 9
        points.append(a.lerp(b, i / (turns * 9)) + (side * math.cos(t) + Y * math.sin(t)) * radius)
    tube(name, points + [end], 0.020, resolution=1)


def knob(name, at, axis):
    """A star-shaped tightening knob on a short stem."""
    bm = bmesh.new()
    loops = []
    for radius, height in ((0.06, 0.0), (0.06, 0.08), (0.13, 0.08), (0.155, 0.10), (0.155, 0.17), (0.13, 0.20),
                           (0.04, 0.21)):
        lobes = 0.16 if radius > 0.1 else 0.0
        loop = []
        for i in range(36):
            a = 2 * math.pi * i / 36
            r = radius * (1.0 + lobes * math.cos(6 * a))
            loop.append(bm.verts.new((r * math.cos(a), r * math.sin(a), height)))
        loops.append(loop)
    for low, high in zip(loops, loops[1:]):
        for i in range(36):
            j = (i + 1) % 36
            bm.faces.new((low[i], low[j], high[j], high[i]))
    bm.faces.new(loops[-1])
    obj = add_mesh(name, bm)
    keep_edges_crisp(obj)
    place(obj, at, axis)


def pin(name, at, half_width, radius):
    """A cross pin along Y with domed washers at both ends."""
    profile = [(0.0, -half_width - 0.05), (radius * 0.55, -half_width - 0.045), (radius, -half_width),
               (radius, -half_width + 0.04), (radius * 0.55, -half_width + 0.04)]
    profile += [(r, -z) for r, z in reversed(profile)]
    lathe(name, profile, at, Y, steps=20)


# --- Base and shoulder ---
lathe("Base", [(0.0, 0.0), (0.98, 0.0), (1.02, 0.03), (1.03, 0.08), (1.03, 0.15), (1.00, 0.20), (0.94, 0.22),
               (0.86, 0.225), (0.84, 0.24), (0.84, 0.30), (0.81, 0.34), (0.75, 0.355), (0.40, 0.40),
               (0.27, 0.42), (0.20, 0.47), (0.17, 0.54), (0.165, 0.60), (0.0, 0.60)],
      at=(-0.10, 0, 0), steps=52)
lathe("Swivel", [(0.0, 0.58), (0.22, 0.58), (0.24, 0.60), (0.24, 0.68), (0.22, 0.70), (0.13, 0.71),
                 (0.11, 0.78), (0.0, 0.79)], at=(-0.10, 0, 0), steps=32)
lathe("Switch", [(0.0, 0.0), (0.12, 0.0), (0.12, 0.02), (0.10, 0.035), (0.07, 0.04), (0.07, 0.10),
                 (0.055, 0.12), (0.0, 0.125)], at=(0.47, 0, 0.36), steps=32)

lower = (ELBOW - SHOULDER).normalized()
upper = (WRIST - ELBOW).normalized()
over = upper.cross(Y)                            # square to the upper arm, upwards

anchor = SHOULDER + Vector((0.34, 0, -0.02))     # the springs pull from here
for y in (-0.21, 0.21):
    link_plate(f"Shoulder cheek {y:+.2f}", SHOULDER, anchor, 0.20, 0.10, y)
    link_plate(f"Shoulder foot {y:+.2f}", SHOULDER - Vector((0, 0, 0.26)), SHOULDER, 0.13, 0.16, y * 0.72)
pin("Shoulder pin", SHOULDER, 0.27, 0.12)
pin("Spring anchor", anchor, 0.36, 0.05)
tube("Spring bar", [anchor - Y * 0.36, anchor + Y * 0.36], 0.03)
tube("Shoulder axle", [SHOULDER - Y * 0.25, SHOULDER + Y * 0.25], 0.07)
lathe("Shoulder block", [(0.0, -0.19), (0.15, -0.19), (0.15, 0.19), (0.0, 0.19)],
      SHOULDER - Vector((0, 0, 0.22)), Y, steps=32)

# --- Arms: each two parallel rods, with spacers and springs ---
for y in (-0.13, 0.13):
    tube(f"Lower rod {y:+.2f}", [SHOULDER + Y * y - lower * 0.12, ELBOW + Y * y + lower * 0.12], 0.048)
    tube(f"Upper rod {y:+.2f}", [ELBOW + Y * y - upper * 0.12, WRIST + Y * y + upper * 0.12], 0.044)
hitch = SHOULDER.lerp(ELBOW, 0.62)
for at in (SHOULDER.lerp(ELBOW, 0.86), ELBOW.lerp(WRIST, 0.22), ELBOW.lerp(WRIST, 0.80)):
    tube("Spacer", [at - Y * 0.13, at + Y * 0.13], 0.034)
tube("Hitch bar", [hitch - Y * 0.34, hitch + Y * 0.34], 0.034)
pin("Hitch", hitch, 0.34, 0.05)
for y in (-0.30, 0.30):
    spring(f"Spring {y:+.2f}", anchor + Y * y, hitch + Y * y, 0.085, 21)

# --- Elbow and wrist ---
for y in (-0.195, 0.195):
    link_plate(f"Elbow plate {y:+.2f}", ELBOW - lower * 0.26, ELBOW + upper * 0.26, 0.11, 0.11, y)
    link_plate(f"Wrist plate {y:+.2f}", WRIST - upper * 0.20, WRIST + Vector((0.20, 0, -0.04)), 0.10, 0.12, y)
for name, at in (("Elbow", ELBOW), ("Wrist", WRIST)):
    lathe(name + " hub", [(0.0, -0.24), (0.13, -0.24), (0.15, -0.22), (0.15, 0.22), (0.13, 0.24), (0.0, 0.24)],
          at, Y, steps=40)
    knob(name + " knob", at + Y * 0.22, Y)
    pin(name + " cap", at - Y * 0.20, 0.06, 0.10)

# --- Head: cap with cooling fins, bell shade, socket and bulb, all along AIM ---
neck = WRIST + Vector((0.22, 0, -0.05))
head = neck - AIM * 0.42 + AIM.cross(Y) * 0.30
lathe("Shade", [(0.20, 0.00), (0.275, 0.015), (0.31, 0.05), (0.325, 0.11), (0.33, 0.60), (0.345, 0.66),
                (0.38, 0.72), (0.44, 0.78), (0.53, 0.86), (0.62, 0.96), (0.69, 1.07), (0.735, 1.19),
                (0.76, 1.30), (0.775, 1.40), (0.80, 1.43)], head, AIM, steps=44, thickness=0.035)
lathe("Cap", [(0.0, -0.12), (0.05, -0.115), (0.08, -0.09), (0.09, -0.05), (0.09, -0.02), (0.21, -0.01),
              (0.23, 0.02), (0.23, 0.05), (0.0, 0.06)], head, AIM, steps=32)
for height in (0.20, 0.28, 0.36, 0.44, 0.52):
    lathe("Cooling ring", [(0.32, height - 0.022), (0.372, height - 0.014), (0.372, height + 0.014),
                           (0.32, height + 0.022)], head, AIM, steps=28)
lathe("Socket", [(0.0, 0.10), (0.20, 0.10), (0.20, 0.62), (0.17, 0.66), (0.0, 0.66)], head, AIM, steps=20)
lathe("Bulb", [(0.13, 0.62), (0.14, 0.88), (0.17, 0.96), (0.24, 1.06), (0.30, 1.17), (0.325, 1.28),
               (0.315, 1.40), (0.27, 1.50), (0.19, 1.58), (0.10, 1.615), (0.0, 1.62)],
      head, AIM, steps=32)
link_plate("Head bracket", neck, head + AIM * 0.36, 0.10, 0.14, 0.0, thickness=0.26)

# --- Cord: rises between the rods and hangs a small loop at each joint ---
cord = [(-0.62, 0, 0.34), (-0.66, 0, 0.52), SHOULDER + Vector((-0.36, 0, 0.12)), SHOULDER + lower * 0.55,
        SHOULDER.lerp(ELBOW, 0.55), ELBOW - lower * 0.40, ELBOW - lower * 0.15 - upper * 0.30,
        ELBOW + lower * 0.24 - upper * 0.16, ELBOW + upper * 0.30 + over * 0.10, ELBOW.lerp(WRIST, 0.35),
        ELBOW.lerp(WRIST, 0.72), WRIST - upper * 0.28 + over * 0.10, WRIST + over * 0.42,
        head - AIM * 0.26, head - AIM * 0.08]
tube("Cord", smooth_path(cord), 0.032, resolution=2)

# --- Materials ---
def paint(name, colour, roughness, metallic=0.0):
    """A plain material; colour is linear RGB."""
    material = bpy.data.materials.new(name)
    material.use_nodes = True
    shader = next(node for node in material.node_tree.nodes if node.type == "BSDF_PRINCIPLED")
    shader.inputs["Base Color"].default_value = (*colour, 1.0)
    shader.inputs["Roughness"].default_value = roughness
    shader.inputs["Metallic"].default_value = metallic
    return material


enamel = paint("Enamel", (0.035, 0.19, 0.17), 0.35)
steel, brass = paint("Steel", (0.62, 0.63, 0.65), 0.35, 0.3), paint("Brass", (0.72, 0.47, 0.16), 0.35, 0.3)
black, glass = paint("Bakelite", (0.02, 0.02, 0.022), 0.4), paint("Milk glass", (0.95, 0.86, 0.62), 0.25)
# The first prefix that fits decides.
FINISHES = (("Bulb", glass), ("Base", enamel), ("Shade", enamel), ("Cap", enamel), ("Cooling ring", brass),
            ("Cord", black),
            ("Socket", black), ("Switch", black), ("Elbow knob", black), ("Wrist knob", black), ("Pin", brass),
            ("Shoulder pin", brass), ("Hitch", brass), ("Elbow cap", brass), ("Wrist cap", brass), ("", steel))
for obj in bpy.context.scene.objects:
    if obj.data:
        obj.data.materials.append(next(material for prefix, material in FINISHES if obj.name.startswith(prefix)))
