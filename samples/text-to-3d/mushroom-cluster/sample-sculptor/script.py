"""Five toadstools on a mossy mound: bent stems, ragged rings, warty caps and thin gills.

One unit is 10 cm. Everything that belongs to a toadstool is built in the
frame at the top of its stem, so that cap, gills and ring follow the lean.
"""
import math
import random

import bmesh
import bpy
from mathutils import Matrix, Vector

random.seed(11)
UP = Vector((0, 0, 1))

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


MOSS = material("Moss", "#748f42", 0.95)
TUFT = material("Moss tufts", "#93ad52", 0.95)
STEM = material("Stem", "#f1e8d4", 0.75)
CAP = material("Cap", "#cf3f2b", 0.4)
WART = material("Wart", "#fbf3df", 0.8)
GILL = material("Gills", "#ecdcb8", 0.8)
GRASS = material("Grass", "#86b04c", 0.7)
FOREST = material("Leaf", "#b9762f", 0.75)


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


def ground(x, y):
    """Height of the mound: a wide hump with smaller ones on it."""
    r = math.hypot(x, y) / 1.75
    hump = 0.52 * max(0.0, 1 - r * r) ** 1.25
    lumps = 0.035 * math.sin(4.1 * x + 0.7) * math.cos(3.7 * y) + 0.02 * math.sin(9 * x - 5 * y)
    return hump + lumps * min(1.0, 3 * max(0.0, 1 - r))


# --- Mound with tufts of moss ---
rings = []
for k in range(15):
    r = 1.75 * (0.02 + 0.98 * (k / 14) ** 0.8)
    row = []
    for i in range(48):
        a = 2 * math.pi * i / 48
        edge = 1 + 0.06 * (k / 14) ** 2 * math.sin(3 * a + 1) + 0.03 * (k / 14) ** 2 * math.sin(7 * a)
        x, y = r * edge * math.cos(a), r * edge * math.sin(a)
        row.append((x, y, ground(x / edge, y / edge)))
    rings.append(row)
rings.append([(x * 0.99, y * 0.99, -0.07) for x, y, _ in rings[-1]])
loft("Mound", rings, MOSS)

bm = bmesh.new()
for i in range(52):
    a, r = i * 2.39996, 1.62 * math.sqrt((i + 1) / 53)
    at = Vector((r * math.cos(a), r * math.sin(a), 0))
    at.z = ground(at.x, at.y) - 0.02
    size = random.uniform(0.10, 0.19)
    squash = Matrix.Diagonal((size, size * random.uniform(0.8, 1.2), size * 0.55, 1))
    tuft = bmesh.ops.create_icosphere(bm, subdivisions=2, radius=1, matrix=Matrix.Translation(at) @ squash)["verts"]
    bmesh.ops.delete(bm, geom=[v for v in tuft if v.co.z < at.z - 0.2 * size], context="VERTS")
bm.verts.index_update()
add_mesh("Tufts", [v.co.copy() for v in bm.verts], [[v.index for v in f.verts] for f in bm.faces], TUFT)
bm.free()


# --- Toadstools ---
def cap_profile(kind):
    """(radius, height) from the crown to the lip; the lip is at height 0 and radius 1."""
    depth = {"wide": 0.52, "round": 0.80}[kind]
    power = {"wide": 1.9, "round": 2.2}[kind]
    stops = [math.sin(math.pi / 2 * i / 9) for i in range(10)]
    return [(r, depth * (1 - r ** power) ** 0.62 if r < 1 else 0.0) for r in stops]


def cap_point(profile, r):
    """Height and outward slope of the cap at radius r."""
    for (r0, z0), (r1, z1) in zip(profile, profile[1:]):
        if r <= r1:
            return z0 + (z1 - z0) * (r - r0) / (r1 - r0), (z1 - z0) / (r1 - r0)
    return 0.0, -3.0


def toadstool(name, x, y, lean, height, girth, width, kind, gills, warts, tilt):
    """A stem that bends towards lean, then ring, cap, gills and warts in the frame of its top."""
    foot = Vector((x, y, ground(x, y) - 0.06))
    lean = Vector((*lean, 0))
    path = [foot + UP * height * t + lean * (t * t * 0.7 + t * 0.3) for t in [i / 10 for i in range(11)]]
    rows = []
    for i, centre in enumerate(path):
        t = i / 10
        radius = girth * (0.82 + 0.95 * math.exp(-((t - 0.06) / 0.13) ** 2) + 0.16 * t * t)
        rows.append([centre + Vector((math.cos(a), math.sin(a), 0)) * radius * (1 + 0.03 * math.sin(3 * a + 5 * t))
                     for a in [2 * math.pi * k / 20 for k in range(20)]])
    loft(name + " stem", rows, STEM)

    axis = ((path[-1] - path[-2]).normalized() + tilt * Vector((lean.x, lean.y, 0))).normalized()
    spin = axis.to_track_quat("Z", "Y").to_matrix()
    top = path[-1]

    def put(radius, angle, z):
        return top + spin @ Vector((radius * math.cos(angle), radius * math.sin(angle), z))

    def lip(angle):
        return 1 + 0.025 * math.sin(5 * angle + x * 9) + 0.015 * math.sin(9 * angle)

    # The shell turns in under the lip and runs back to the stem, so that the cap is closed
    profile = [(r * width, z * width) for r, z in cap_profile(kind)]
    outline = profile[1:] + [(0.985 * width, -0.045 * width), (0.95 * width, -0.035 * width),
                             (0.80 * width, 0.09 * width), (0.45 * width, 0.20 * width), (girth * 0.8, 0.20 * width)]
    count = 44
    rows = [[put(r * (lip(2 * math.pi * k / count) if r > 0.3 * width else 1), 2 * math.pi * k / count, z)
             for k in range(count)] for r, z in outline]
    loft(name + " cap", rows, CAP, ends=(True, False))

    # Gills: thin sheets with a bellied lower edge
    verts, faces = [], []
    for g in range(gills):
        a = 2 * math.pi * g / gills
        short = 0.45 if g % 2 else 0.0             # every second gill stops halfway
        n = len(verts)
        for i in range(5):
            t = short + (1 - short) * i / 4
            r = girth * 0.9 + (width * 0.95 - girth * 0.9) * t
            roof = 0.20 * width if t < 0.4 else (0.20 - 0.235 * ((t - 0.4) / 0.6) ** 1.5) * width
            belly = -0.10 * width * math.sin(math.pi * min(1.0, (0.12 + 0.88 * t))) ** 0.8 - 0.035 * width
            verts += [put(r, a, roof), put(r, a, min(belly, roof - 0.002))]
        faces += [(n + 2 * i, n + 2 * i + 2, n + 2 * i + 3, n + 2 * i + 1) for i in range(4)]
    add_mesh(name + " gills", verts, faces, GILL, smooth=False)

    # Ragged ring: a skirt that hangs from the stem
    at = path[7]
    along = (path[8] - path[6]).normalized()
    hang = along.to_track_quat("Z", "Y").to_matrix()
    rows = []
    for out, drop in ((0.9, 0.03), (1.35, 0.0), (1.9, -0.10), (2.25, -0.24), (2.05, -0.24), (1.3, -0.06), (0.9, -0.03)):
        row = []
        for k in range(36):
            a = 2 * math.pi * k / 36
            rag = 0.35 * math.sin(4 * a + 2) + 0.45 * ((k * 7919) % 11 / 11 - 0.5) if out > 1.9 else 0
            wave = 1 + 0.05 * math.sin(6 * a)
            row.append(at + hang @ Vector((math.cos(a) * girth * out * wave, math.sin(a) * girth * out * wave,
                                           (drop * 4.2 + rag * 0.42) * girth)))
        rows.append(row)
    loft(name + " ring", rows, STEM, ends=(False, False))

    # Warts: little cushions that lie on the cap, larger towards the crown
    verts, faces = [], []
    for i in range(warts):
        a, r = i * 2.39996 + x, width * 0.93 * math.sqrt((i + 0.35) / warts)
        z, slope = cap_point(profile, r)
        out = Vector((math.cos(a), math.sin(a), 0))
        normal = Vector((-slope * out.x, -slope * out.y, 1)).normalized()
        side = Vector((-out.y, out.x, 0))
        down = side.cross(normal)
        size = width * random.uniform(0.075, 0.115) * (1.1 - 0.45 * r / width)
        n = len(verts)
        for scale, lift in ((1.0, -0.25), (0.92, 0.30), (0.55, 0.62)):
            for k in range(7):
                b = 2 * math.pi * k / 7 + i
                wobble = 1 + 0.18 * math.sin(3 * b + i)
                verts.append(put(r, a, z) + spin @ ((side * math.cos(b) + down * math.sin(b)) * size * scale * wobble
                                                    + normal * size * lift))
        verts.append(put(r, a, z) + spin @ (normal * size * 0.68))
        faces += [[n + q for q in face] for face in grid_faces(3, 7)]
        faces += [(n + 14 + k, n + 14 + (k + 1) % 7, n + 21) for k in range(7)]
    if warts:
        add_mesh(name + " warts", verts, faces, WART)


toadstool("Elder", -0.12, -0.08, (-0.10, -0.10), 1.75, 0.185, 1.08, "wide", 64, 34, 0.10)
toadstool("Second", 0.72, 0.42, (0.26, 0.16), 1.02, 0.135, 0.56, "round", 36, 15, 0.12)
toadstool("Third", -0.80, 0.52, (-0.28, 0.22), 0.86, 0.120, 0.46, "round", 32, 12, 0.12)
toadstool("Fourth", 0.34, -0.82, (0.13, -0.26), 0.70, 0.110, 0.40, "round", 28, 10, 0.15)

# The youngest: an egg whose veil has just begun to crack
egg = []
for i in range(14):
    t = i / 13
    z = ground(0.62, 0.98) - 0.05 + 0.56 * t
    bulb = 0.15 * math.exp(-((t - 0.16) / 0.20) ** 2)
    head = 0.185 * math.sqrt(max(0.0, 1 - ((t - 0.64) / 0.37) ** 2)) if t > 0.30 else 0.0
    radius = max(bulb, head, 0.115 if t < 0.6 else 0.0, 0.01)
    egg.append([(0.62 + 0.05 * t + radius * math.cos(a), 0.98 + 0.04 * t + radius * math.sin(a), z)
                for a in [2 * math.pi * k / 20 for k in range(20)]])
loft("Button foot", egg[:5], STEM, ends=(True, False))
loft("Button", egg[4:], CAP, ends=(False, True))
verts, faces = [], []
for i in range(9):
    a, t = i * 2.39996, 0.55 + 0.36 * ((i * 5) % 9) / 9
    radius = 0.185 * math.sqrt(1 - ((t - 0.64) / 0.37) ** 2)
    normal = Vector((math.cos(a), math.sin(a), 0.9 * (t - 0.55))).normalized()
    at = Vector((0.62 + 0.05 * t + radius * math.cos(a), 0.98 + 0.04 * t + radius * math.sin(a),
                 ground(0.62, 0.98) - 0.05 + 0.56 * t))
    side = normal.orthogonal().normalized()
    other = normal.cross(side)
    n = len(verts)
    verts += [at + (side * math.cos(b) + other * math.sin(b)) * 0.042 - normal * 0.01
              for b in [2 * math.pi * k / 6 for k in range(6)]] + [at + normal * 0.028]
    faces += [(n + k, n + (k + 1) % 6, n + 6) for k in range(6)]
add_mesh("Button warts", verts, faces, WART)


# --- Grass: folded blades that bend over ---
def blade(x, y, heading, length, bend):
    foot = Vector((x, y, ground(x, y) - 0.03))
    out = Vector((math.cos(heading), math.sin(heading), 0))
    side = Vector((-out.y, out.x, 0))
    n = len(verts)
    for i in range(6):
        t = i / 5
        centre = foot + UP * length * t * (1 - 0.25 * bend * t) + out * length * bend * t * t
        half = 0.034 * (1 - t) ** 0.7 + 0.002
        verts.extend((centre - side * half, centre - out * half * 0.5, centre + side * half))
    faces.extend([n + q for q in face] for face in grid_faces(6, 3, wrap=False))


verts, faces = [], []
for cluster, (cx, cy) in enumerate(((1.12, -0.25), (-0.70, -0.82), (0.02, 1.10), (-1.25, 0.05), (1.0, 0.95))):
    for i in range(6):
        a = random.uniform(0, 2 * math.pi)
        blade(cx + 0.12 * math.cos(a), cy + 0.12 * math.sin(a), a + random.uniform(-0.6, 0.6),
              random.uniform(0.45, 0.95), random.uniform(0.25, 0.7))
add_mesh("Grass", verts, faces, GRASS)

# --- Two fallen leaves, cupped and folded along the middle rib ---
for x, y, turn in ((0.95, -0.62, 0.6), (-0.35, 1.28, 2.5)):
    points = []
    for i in range(7):
        t = i / 6
        half = 0.15 * math.sin(math.pi * t ** 0.8) ** 0.9 + 0.004
        for k in (-1, -0.5, 0, 0.5, 1):
            px, py = (t - 0.5) * 0.55, half * k
            wx, wy = px * math.cos(turn) - py * math.sin(turn), px * math.sin(turn) + py * math.cos(turn)
            lift = 0.075 + 0.5 * half * abs(k) + 0.12 * (2 * t - 1) ** 2
            points.append((x + wx, y + wy, ground(x + wx, y + wy) + lift))
    add_mesh("Leaf", points, grid_faces(7, 5, wrap=False), FOREST)
