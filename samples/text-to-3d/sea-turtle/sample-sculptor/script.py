"""A gliding sea turtle: a domed shell paved with raised plates, winged flippers and a hooked beak.

It swims towards +X, one unit is 40 cm. The shell is a height over an outline
in plan; every plate is a polygon of that plan, inset ring by ring and lifted.
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


SEAM = material("Seams", "#3b2a1c", 0.7)
PLATE = material("Plates", "#8d5a30", 0.4)
RIM = material("Rim plates", "#b98a4e", 0.45)
SKIN = material("Skin", "#7f9c88", 0.65)
SCALE = material("Scales", "#4f6b5c", 0.5)
BELLY = material("Belly", "#eadfb8", 0.75)
BEAK = material("Beak", "#5a4a3a", 0.45)
EYE = material("Eye", "#101014", 0.2)


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


def loft(name, rings, mat, smooth=True, ends=(True, True)):
    """Skin equally long rings of points and close the ends with fans."""
    count = len(rings[0])
    verts = [Vector(co) for ring in rings for co in ring]
    faces = grid_faces(len(rings), count)
    for wanted, start in zip(ends, (0, (len(rings) - 1) * count)):
        if wanted:
            verts.append(sum(verts[start:start + count], Vector()) / count)
            faces += [(start + c, start + (c + 1) % count, len(verts) - 1) for c in range(count)]
    return add_mesh(name, verts, faces, mat, smooth)


# --- The shell in plan: a drop with a blunt front and a pointed rear ---
def outline(a):
    c, s = math.cos(a), math.sin(a)
    taper = 1.0 if c > 0 else 1.0 + 0.45 * c * c
    return Vector((1.22 * c, 0.96 * math.copysign(abs(s) ** taper, s) * (1 + 0.08 * c)))


SAMPLES = [outline(2 * math.pi * i / 720) for i in range(720)]
POLAR = sorted((math.atan2(p.y, p.x), p.length) for p in SAMPLES)


def radius_at(angle):
    """Distance of the outline from the middle in one direction."""
    i = min(int((angle + math.pi) / (2 * math.pi) * 720), 719)
    while i > 0 and POLAR[i][0] > angle:
        i -= 1
    while i < 718 and POLAR[i + 1][0] < angle:
        i += 1
    (a0, r0), (a1, r1) = POLAR[i], POLAR[min(i + 1, 719)]
    t = max(0.0, min(1.0, (angle - a0) / max(a1 - a0, 1e-9)))
    return r0 + (r1 - r0) * t


def dome(p):
    """Height of the bare shell over a point of the plan, with a faint keel along the spine."""
    rho = min(1.0, p.length / radius_at(math.atan2(p.y, p.x)))
    return 0.54 * (1 - rho ** 2.1) ** 0.82 + 0.035 * math.exp(-(p.y / 0.12) ** 2) * (1 - rho)


# Bare shell and belly: one closed skin in two colours
def shell_ring(rho, height):
    return [(*(outline(2 * math.pi * i / 56) * rho), height(rho, outline(2 * math.pi * i / 56) * rho))
            for i in range(56)]


top = [shell_ring(rho, lambda _, p: dome(p) - 0.012) for rho in (0.02, 0.3, 0.6, 0.8, 0.9, 0.97)]
top.append(shell_ring(1.0, lambda _, p: -0.03))
loft("Bare shell", top, SEAM, ends=(True, False))
under = [shell_ring(rho, lambda r, p: -0.03 - 0.19 * (1 - r ** 5) ** 0.6)
         for rho in (1.0, 0.98, 0.92, 0.82, 0.6, 0.03)]
loft("Belly", under, BELLY, ends=(False, True))

# --- Plates ---
STEPS = ((0.02, -0.018), (0.09, 0.026), (0.28, 0.034), (0.33, 0.027), (0.55, 0.040), (0.60, 0.034), (0.82, 0.048))


def plate(name, corners, mat):
    """A raised plate over a polygon of the plan, with two growth rings; corners are joined by short steps."""
    border = []
    for a, b in zip(corners, corners[1:] + corners[:1]):
        count = max(1, round((b - a).length / 0.13))
        border += [a.lerp(b, i / count) for i in range(count)]
    middle = sum(border, Vector((0, 0))) / len(border)
    rings = []
    for inset, lift in STEPS:
        ring = [p.lerp(middle, inset) for p in border]
        rings.append([(p.x, p.y, dome(p) + lift) for p in ring])
    loft(name, rings, mat, ends=(False, True))


EDGE = 0.85                                        # where the rim plates begin
CUTS = [0.62, 0.20, -0.24, -0.66]                  # seams across the spine
MIDDLES = [0.83, 0.41, -0.02, -0.45, -0.80]        # widest points of the spine plates
FRONT, REAR = 0.24, math.pi - 0.20                 # angles at which the spine plates meet the rim


def rim_arc(start, end, inset=EDGE):
    count = max(2, round(abs(end - start) / 0.14))
    return [outline(start + (end - start) * i / count) * inset for i in range(count + 1)]


def flip(points, side):
    return [Vector((p.x, p.y * side)) for p in points]


notch = [Vector((x, 0.19)) for x in CUTS]
wide = [Vector((x, w)) for x, w in zip(MIDDLES, (0.36, 0.38, 0.38, 0.34, 0.26))]
for i in range(5):
    half = [wide[i]]
    half = (rim_arc(0.0, FRONT) if i == 0 else [notch[i - 1]]) + half
    half += rim_arc(REAR, math.pi) if i == 4 else [notch[i]]
    # The two halves meet on the spine only at the very ends of the shell
    mirrored = [p for p in reversed(flip(half, -1)) if abs(p.y) > 1e-6]
    plate(f"Spine plate {i + 1}", half + mirrored, PLATE)

seams = [FRONT] + [math.acos((x - 0.05) / (1.22 * EDGE)) for x in MIDDLES[1:4]] + [REAR]
for side in (-1, 1):
    for i in range(4):
        inner = [wide[i], notch[i], wide[i + 1]]
        outer = rim_arc(seams[i + 1], seams[i])
        plate(f"Side plate {i + 1} {side:+d}", flip(inner + outer, side), PLATE)

RIM_PLATES = 25
SECTION = ((0.862, -0.012), (0.885, 0.026), (0.95, 0.040), (1.015, 0.030), (1.045, -0.005), (1.03, -0.05),
           (0.96, -0.06))
for i in range(RIM_PLATES):
    start, end = 2 * math.pi * (i - 0.5) / RIM_PLATES, 2 * math.pi * (i + 0.5) / RIM_PLATES
    rows = []
    for k in range(5):
        t = k / 4
        a = start + (end - start) * (0.05 + 0.90 * t)
        bulge = math.sin(math.pi * t)
        teeth = 0.035 * max(0.0, -math.cos(a)) * (1 - abs(2 * t - 1))
        row = []
        for j, (rho, lift) in enumerate(SECTION):
            p = outline(a) * (rho + (0.012 * bulge + teeth if j in (3, 4, 5) else 0))
            base = dome(outline(a) * min(rho, 0.985)) if j < 4 else 0.0
            row.append((p.x, p.y, base + lift * (0.75 + 0.25 * bulge)))
        rows.append(row)
    loft(f"Rim plate {i + 1}", rows, RIM)


# --- Head and neck ---
def head_ring(x, z, half_width, above, below):
    ring = []
    for k in range(20):
        c, s = math.cos(2 * math.pi * k / 20), math.sin(2 * math.pi * k / 20)
        ring.append((x, half_width * math.copysign(abs(c) ** 0.9, c), z + s * (above if s > 0 else below)))
    return ring


HEAD = ((0.78, -0.02, 0.27, 0.17, 0.15), (1.00, 0.00, 0.235, 0.165, 0.165), (1.20, 0.03, 0.205, 0.165, 0.165),
        (1.33, 0.05, 0.205, 0.18, 0.165), (1.46, 0.07, 0.240, 0.205, 0.18), (1.60, 0.08, 0.262, 0.215, 0.185),
        (1.74, 0.08, 0.252, 0.200, 0.17), (1.86, 0.07, 0.215, 0.165, 0.145), (1.93, 0.06, 0.185, 0.140, 0.12))
BEAK_RINGS = ((1.90, 0.065, 0.203, 0.160, 0.085), (1.97, 0.055, 0.172, 0.135, 0.095),
              (2.05, 0.035, 0.130, 0.110, 0.105), (2.11, 0.005, 0.085, 0.090, 0.110),
              (2.145, -0.035, 0.045, 0.070, 0.095), (2.15, -0.09, 0.016, 0.05, 0.06))
JAW = ((1.62, -0.06, 0.20, 0.05, 0.075), (1.80, -0.065, 0.165, 0.05, 0.065), (1.94, -0.07, 0.115, 0.045, 0.05),
       (2.04, -0.07, 0.06, 0.035, 0.035), (2.08, -0.065, 0.02, 0.02, 0.02))
loft("Head", [head_ring(*ring) for ring in HEAD], SKIN)
loft("Beak", [head_ring(*ring) for ring in BEAK_RINGS], BEAK)
loft("Jaw", [head_ring(*ring) for ring in JAW], BEAK)


def ball(name, centre, radii, mat, segments=14, rows=8):
    rings = []
    for i in range(1, rows):
        b = math.pi * i / rows
        ring = []
        for k in range(segments):
            a = 2 * math.pi * k / segments
            way = (math.sin(b) * math.cos(a), math.sin(b) * math.sin(a), math.cos(b))
            ring.append([c + r * w for c, r, w in zip(centre, radii, way)])
        rings.append(ring)
    return loft(name, rings, mat)


for side in (-1, 1):
    ball("Eye", (1.770, side * 0.225, 0.140), (0.066, 0.05, 0.062), EYE)
    lid = []
    for i in range(18):
        a = 2 * math.pi * i / 18
        at = Vector((1.775 + 0.070 * math.cos(a), side * (0.232 - 0.035 * math.cos(a)), 0.138 + 0.060 * math.sin(a)))
        out = Vector((math.cos(a), 0, math.sin(a)))
        lid.append([at + (out * math.cos(b) + Vector((0, side, 0)) * math.sin(b)) * 0.017
                    for b in [2 * math.pi * k / 6 for k in range(6)]])
    loft("Eyelid", lid + lid[:1], SKIN, ends=(False, False))

# Scales on the crown: one large between pairs of smaller ones
for x, y, long, wide_ in ((1.60, 0.0, 0.115, 0.085), (1.78, 0.062, 0.070, 0.052), (1.78, -0.062, 0.070, 0.052),
                          (1.58, 0.145, 0.085, 0.050), (1.58, -0.145, 0.085, 0.050), (1.43, 0.075, 0.06, 0.06),
                          (1.43, -0.075, 0.06, 0.06)):
    skull = 0.285 - 0.9 * y * y - 0.35 * (x - 1.62) ** 2 - (0.06 if x > 1.7 else 0.0) * (x - 1.62) / 0.16
    rings = []
    for scale, lift in ((1.0, -0.03), (0.92, 0.008), (0.6, 0.016)):
        rings.append([(x + long * scale * math.cos(a), y + wide_ * scale * math.sin(a),
                       skull + lift - 1.2 * y * wide_ * scale * math.sin(a))
                      for a in [2 * math.pi * k / 6 for k in range(6)]])
    loft("Head scale", rings, SCALE, ends=(False, True))


# --- Flippers: a thin wing section along a swept path ---
def spline(knots, t):
    """Catmull-Rom through knots at t from 0 to 1."""
    knots = [2 * knots[0] - knots[1]] + knots + [2 * knots[-1] - knots[-2]]
    spans = len(knots) - 3
    i = min(int(t * spans), spans - 1)
    u = t * spans - i
    p0, p1, p2, p3 = knots[i:i + 4]
    square, cube = 2 * p0 - 5 * p1 + 4 * p2 - p3, 3 * p1 - p0 - 3 * p2 + p3
    return 0.5 * (2 * p1 + (p2 - p0) * u + square * u * u + cube * u ** 3)


def flipper(name, knots, chords, side, thick, rows, scale_rows):
    knots = [Vector((x, y * side, z)) for x, y, z in knots]
    chords = [Vector((c, 0, 0)) for c in chords]

    def section(t):
        """Centre, direction towards the leading edge, up, and half the chord."""
        centre = spline(knots, t)
        along = (spline(knots, min(1.0, t + 0.03)) - spline(knots, max(0.0, t - 0.03))).normalized()
        lead = (Vector((0, 0, side)).cross(along) * -1).normalized()
        return centre, lead, lead.cross(along) * side, max(0.012, spline(chords, t).x)

    def skin(t, c, s):
        centre, lead, up, half = section(t)
        round_front = 1.0 if c > 0 else 1.0 - 0.55 * abs(c)
        return centre + lead * half * c + up * thick * (1 - 0.78 * t) * s * round_front

    rings = [[skin(r / rows, math.cos(a), math.sin(a)) for a in [2 * math.pi * k / 16 for k in range(16)]]
             for r in range(rows + 1)]
    loft(name, rings, SKIN)

    # Scales: little raised tiles, largest along the leading edge
    verts, faces = [], []
    for r in range(scale_rows):
        for c0, c1 in ((0.90, 0.42), (0.38, 0.0), (-0.04, -0.38)):
            t0, t1 = 0.16 + 0.80 * r / scale_rows, 0.16 + 0.80 * (r + 0.88) / scale_rows
            n = len(verts)
            for shrink, lift in ((0.0, -0.004), (0.16, 0.013)):
                for t, c in ((t0, c0), (t1, c0), (t1, c1), (t0, c1)):
                    t, c = t + (0.5 * (t0 + t1) - t) * shrink, c + (0.5 * (c0 + c1) - c) * shrink
                    verts.append(skin(t, c, math.sqrt(1 - c * c)) + section(t)[2] * lift)
            faces += [(n + k, n + (k + 1) % 4, n + 4 + (k + 1) % 4, n + 4 + k) for k in range(4)]
            faces.append((n + 4, n + 5, n + 6, n + 7))
    add_mesh(name + " scales", verts, faces, SCALE, smooth=False)


ARM = [(0.66, 0.50, -0.06), (0.92, 0.92, 0.00), (0.86, 1.36, 0.12), (0.52, 1.80, 0.22), (0.06, 2.12, 0.26),
       (-0.34, 2.26, 0.24)]
LEG = [(-0.72, 0.42, -0.07), (-1.00, 0.66, -0.07), (-1.28, 0.86, -0.10), (-1.56, 0.94, -0.16)]
for side in (-1, 1):
    flipper(f"Front flipper {side:+d}", ARM, (0.20, 0.25, 0.285, 0.235, 0.15, 0.02), side, 0.095, 16, 10)
    flipper(f"Rear flipper {side:+d}", LEG, (0.15, 0.20, 0.22, 0.04), side, 0.075, 10, 5)

tail = []
for i in range(8):
    t = i / 7
    girth = 0.13 * (1 - t) + 0.012
    tail.append([(-1.02 - 0.52 * t, girth * math.cos(a), -0.09 - 0.03 * t + 0.7 * girth * math.sin(a))
                 for a in [2 * math.pi * k / 12 for k in range(12)]])
loft("Tail", tail, SKIN)

# --- Pose: nose up, leaning into a turn so that the shell can be seen ---
pose = Matrix.Rotation(math.radians(-12), 4, "Y") @ Matrix.Rotation(math.radians(-22), 4, "X")
for obj in bpy.data.objects:
    obj.matrix_world = pose @ obj.matrix_basis
