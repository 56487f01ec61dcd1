"""A sack-back Windsor armchair: dished seat, turned legs, bent hoop and spindles.

Front is +Y, units are metres. Every round stick is a curve with its own
radius per point; the seat and the arm rail are built ring by ring.
"""
import math

import bmesh
import bpy
from mathutils import Vector

SEAT_Z = 0.45
RAIL_Z = 0.69
SPINDLES = 7

for obj in list(bpy.data.objects):
    bpy.data.objects.remove(obj, do_unlink=True)


def add_mesh(name, bm):
    """Turn a bmesh into a smooth-shaded object."""
    bmesh.ops.recalc_face_normals(bm, faces=bm.faces)
    mesh = bpy.data.meshes.new(name)
    bm.to_mesh(mesh)
    bm.free()
    mesh.polygons.foreach_set("use_smooth", [True] * len(mesh.polygons))
    obj = bpy.data.objects.new(name, mesh)
    bpy.context.scene.collection.objects.link(obj)
    return obj


def loft(name, rings):
    """Skin a list of equally long vertex rings and close both ends."""
    bm = bmesh.new()
    loops = [[bm.verts.new(co) for co in ring] for ring in rings]
    count = len(loops[0])
    for low, high in zip(loops, loops[1:]):
        for i in range(count):
            j = (i + 1) % count
            bm.faces.new((low[i], low[j], high[j], high[i]))
    for ring in (loops[0], loops[-1]):
        centre = bm.verts.new(sum((v.co for v in ring), Vector()) / count)
        for i in range(count):
            bm.faces.new((ring[i], ring[(i + 1) % count], centre))
    return add_mesh(name, bm)


def stick(name, points, radii, resolution=4):
    """A round rod along points, with one radius per point."""
    curve = bpy.data.curves.new(name, "CURVE")
    curve.dimensions = "3D"
    curve.bevel_depth = 1.0
    curve.bevel_resolution = resolution
    curve.use_fill_caps = True
    spline = curve.splines.new("POLY")
    spline.points.add(len(points) - 1)
    for point, co, radius in zip(spline.points, points, radii):
        point.co = (*co, 1.0)
        point.radius = radius
    obj = bpy.data.objects.new(name, curve)
    bpy.context.scene.collection.objects.link(obj)
    return obj


def interpolate(profile, t):
    """Smooth (cosine) interpolation in a list of (position, radius) pairs."""
    for (t0, r0), (t1, r1) in zip(profile, profile[1:]):
        if t <= t1:
            blend = 0.5 - 0.5 * math.cos(math.pi * (t - t0) / (t1 - t0))
            return r0 + (r1 - r0) * blend
    return profile[-1][1]


def turned(name, start, end, profile, girth=1.0, samples=24, resolution=4):
    """A lathe-turned rod from start to end; profile is (position, radius)."""
    start, end = Vector(start), Vector(end)
    stops = sorted({i / samples for i in range(samples + 1)} | {t for t, _ in profile})
    points = [start.lerp(end, t) for t in stops]
    return stick(name, points, [interpolate(profile, t) * girth for t in stops], resolution)


# --- Seat: a rounded shield, hollowed like a saddle with a ridge at the front ---
def seat_outline(angle, scale):
    c, s = math.cos(angle), math.sin(angle)
    x = 0.285 * math.copysign(abs(c) ** 0.78, c)
    y = (0.225 if s > 0 else 0.235) * math.copysign(abs(s) ** 0.82, s)
    x *= 1.0 + 0.22 * y                      # a little wider towards the front
    return x * scale, y * scale


def seat_top(x, y, scale):
    hollow = 0.020 * (1.0 - scale ** 3.0) ** 1.2
    front = max(0.0, min(1.0, (y + 0.02) / 0.2))
    ridge = 0.011 * math.exp(-(x / 0.045) ** 2) * front * front
    return SEAT_Z - hollow + ridge


ANGLES = [2 * math.pi * i / 72 for i in range(72)]
rings = []
for scale in (0.02, 0.15, 0.3, 0.45, 0.6, 0.72, 0.82, 0.9, 0.96, 0.985):
    outline = [seat_outline(a, scale) for a in ANGLES]
    rings.append([(x, y, seat_top(x, y, scale)) for x, y in outline])
for scale, drop in ((1.0, 0.006), (1.005, 0.013), (1.0, 0.020), (0.985, 0.026), (0.9, 0.044), (0.87, 0.046),
                    (0.4, 0.046)):
    outline = [seat_outline(a, scale) for a in ANGLES]
    rings.append([(x, y, SEAT_Z - drop) for x, y in outline])
loft("Seat", rings)

# --- Four splayed legs with vase-and-ring turnings, tied by an H stretcher ---
LEG = [(0.0, 0.013), (0.05, 0.014), (0.10, 0.0145), (0.30, 0.020), (0.315, 0.0135), (0.335, 0.021), (0.355, 0.0135),
       (0.56, 0.0255), (0.66, 0.014), (0.68, 0.022), (0.70, 0.0145), (0.73, 0.021), (0.80, 0.017), (1.0, 0.014)]
SWELL = [(0.0, 0.009), (0.38, 0.013), (0.44, 0.0135), (0.47, 0.020), (0.5, 0.021), (0.53, 0.020),
         (0.56, 0.0135), (0.62, 0.013), (1.0, 0.009)]
side_middles = []
for side in (-1, 1):
    feet = {}
    for end, top, foot in (("front", (0.185, 0.135), (0.265, 0.215)), ("back", (0.155, -0.140), (0.230, -0.265))):
        foot_at = Vector((side * foot[0], foot[1], 0.006))
        top_at = Vector((side * top[0], top[1], SEAT_Z - 0.030))
        turned(f"Leg {end} {side:+d}", foot_at, top_at, LEG, girth=1.15, samples=48, resolution=6)
        feet[end] = foot_at.lerp(top_at, 0.40)
    turned(f"Side stretcher {side:+d}", feet["front"], feet["back"], SWELL, girth=1.15)
    side_middles.append(feet["front"].lerp(feet["back"], 0.5))
turned("Cross stretcher", side_middles[0], side_middles[1], SWELL, girth=1.15)


# --- Arm rail: one bent, flat bar around the back, ending in two broad hands ---
def rail_back(angle):
    return Vector((0.290 * math.cos(angle), -0.055 - 0.215 * math.sin(angle), RAIL_Z))


def seat_back(angle):
    return Vector((0.232 * math.cos(angle), -0.045 - 0.145 * math.sin(angle), SEAT_Z - 0.012))


ARM = [(0.0, 0.0), (0.045, 0.002), (0.09, 0.006), (0.13, 0.012), (0.16, 0.018), (0.19, 0.025), (0.215, 0.030),
       (0.235, 0.033), (0.245, 0.034)]
centre_line = [rail_back(math.pi * i / 40) for i in range(41)]
right_arm = [Vector((0.290 + out, -0.055 + forward, RAIL_Z)) for forward, out in reversed(ARM[1:])]
left_arm = [Vector((-p.x, p.y, p.z)) for p in reversed(right_arm)]
centre_line = right_arm + centre_line + left_arm

lengths = [0.0]
for a, b in zip(centre_line, centre_line[1:]):
    lengths.append(lengths[-1] + (b - a).length)
HAND = [(0.0, 0.010), (0.008, 0.024), (0.022, 0.034), (0.045, 0.038), (0.085, 0.034), (0.16, 0.021),
        (0.24, 0.019), (1.0, 0.019)]
rings = []
for i, centre in enumerate(centre_line):
    along = (centre_line[min(i + 1, len(centre_line) - 1)] - centre_line[max(i - 1, 0)]).normalized()
    across = along.cross(Vector((0, 0, 1)))
    from_end = min(lengths[i], lengths[-1] - lengths[i])
    half_width = interpolate(HAND, from_end)
    half_height = 0.0125 * min(1.0, 0.45 + from_end / 0.03)
    ring = []
    for k in range(20):
        c, s = math.cos(2 * math.pi * k / 20), math.sin(2 * math.pi * k / 20)
        offset = across * half_width * math.copysign(abs(c) ** 0.6, c)
        ring.append(centre + offset + Vector((0, 0, half_height * math.copysign(abs(s) ** 0.6, s))))
    rings.append(ring)
loft("Arm rail", rings)


# --- Hoop: lies on the same fan of lines as the spindles, so each one meets it ---
def hoop(c, height):
    angle = math.acos(c * math.cos(math.radians(14)))
    foot = seat_back(angle)
    return foot + (rail_back(angle) - foot) * (1.0 + 1.72 * height)


bow = []
for i in range(57):
    u = math.pi * i / 56
    c = math.cos(u)
    bow.append(hoop(math.copysign(abs(c) ** 0.86, c), math.sin(u) ** 0.80))
stick("Hoop", bow, [0.0155] * len(bow), resolution=5)

SLENDER = [(0.0, 0.0075), (0.22, 0.0115), (0.42, 0.0080), (1.0, 0.0060)]
for i in range(SPINDLES):
    c = math.cos(math.radians(34 + 112 * i / (SPINDLES - 1)))
    u = math.acos(math.copysign(abs(c) ** (1 / 0.86), c))
    angle = math.acos(c * math.cos(math.radians(14)))
    turned(f"Spindle {i + 1}", seat_back(angle), hoop(c, math.sin(u) ** 0.80), SLENDER, girth=1.2, samples=12,
           resolution=3)

# --- Under each arm: two short spindles and a turned post ---
POST = [(0.0, 0.010), (0.12, 0.013), (0.30, 0.0205), (0.46, 0.0115), (0.50, 0.018), (0.54, 0.0115),
        (0.75, 0.016), (1.0, 0.010)]
SHORT = [(0.0, 0.0075), (0.45, 0.0115), (1.0, 0.0070)]
for side in (-1, 1):
    for i, (x0, y0, x1, y1) in enumerate(((0.240, -0.040, 0.290, -0.060), (0.252, 0.025, 0.293, 0.015))):
        turned(f"Arm spindle {side:+d} {i}", (side * x0, y0, SEAT_Z - 0.012), (side * x1, y1, RAIL_Z), SHORT,
               girth=1.2, samples=12, resolution=3)
    turned(f"Arm post {side:+d}", (side * 0.252, 0.100, SEAT_Z - 0.012), (side * 0.312, 0.125, RAIL_Z), POST,
           girth=1.15, samples=32, resolution=5)

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


elm, ash, maple = paint("Elm", (0.42, 0.20, 0.075), 0.42), paint("Ash", (0.30, 0.125, 0.045), 0.45), \
    paint("Maple", (0.23, 0.085, 0.03), 0.4)
# The first prefix that fits decides.
FINISHES = (("Seat", elm), ("Hoop", ash), ("Arm rail", ash), ("Spindle", ash), ("Arm spindle", ash), ("", maple))
for obj in bpy.context.scene.objects:
    if obj.data:
        obj.data.materials.append(next(material for prefix, material in FINISHES if obj.name.startswith(prefix)))
