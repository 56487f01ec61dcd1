"""An old bridge of cut stone: three arches, cutwaters, parapets and a watch tower.

It runs along X, one unit is 2 m. The walls are bare surfaces on which every
stone is laid as a chamfered panel, cut to follow the arches and the road.
Stones are shaded smooth: with their chamfers that makes them look worn.
"""
import math
import random

import bmesh
import bpy
from mathutils import Vector

random.seed(21)

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


MORTAR = material("Mortar", "#8f836c", 0.95)
STONES = [material("Stone light", "#cbbb98", 0.85), material("Stone", "#bba885", 0.9),
          material("Stone dark", "#a6957a", 0.9)]
TRIM = material("Dressed stone", "#dccfaf", 0.8)
PAVING = material("Paving", "#9c9484", 0.95)
ROOF = material("Clay tiles", "#9a5038", 0.75)
DARK = material("Shadow", "#2e2a26", 0.9)
IRON = material("Gilded iron", "#c8a04c", 0.4, 0.2)


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


def lathe(name, profile, mat, steps=48, crisp=40):
    """Revolve (radius, height) points around Z with a Screw modifier."""
    edges = [(i, i + 1) for i in range(len(profile) - 1)]
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata([(r, 0.0, z) for r, z in profile], edges, [])
    mesh.materials.append(mat)
    obj = bpy.data.objects.new(name, mesh)
    bpy.context.scene.collection.objects.link(obj)
    screw = obj.modifiers.new("Screw", "SCREW")
    screw.steps = screw.render_steps = steps
    screw.use_merge_vertices = screw.use_normal_calculate = screw.use_smooth_shade = True
    obj.modifiers.new("Crisp edges", "EDGE_SPLIT").split_angle = math.radians(crisp)
    return obj


SPRING, RING = 0.55, 0.22                          # where the arches start, and how thick their stones are
ARCHES = ((-2.75, 0.95), (0.0, 1.25), (2.75, 0.95))
END = 5.4
PIERS = (-1.525, 1.525)


def deck(x):
    """The road rises gently to the middle."""
    return 2.28 - 0.027 * x * x


def half_width(x):
    """The road widens at both ends."""
    t = max(0.0, min(1.0, (abs(x) - 3.9) / (END - 3.9)))
    return 0.85 + 0.50 * t * t * (3 - 2 * t)


def face(x, z):
    """Distance of the side wall from the middle: the abutments lean outwards at the foot."""
    t = max(0.0, min(1.0, (abs(x) - 3.7) / 1.0))
    return half_width(x) + 0.42 * t * (1 - z / deck(x))


# --- Bare walls, vaults and road ---
columns = [-END + (END - 3.7) * i / 4 for i in range(4)]
for centre, radius in ARCHES:
    columns += [centre - radius * math.cos(math.pi * i / 16) for i in range(17)]
columns += [3.7 + (END - 3.7) * (i + 1) / 4 for i in range(4)]


def opening(x):
    """Height of the vault over x, or 0 where the wall stands on the ground."""
    for centre, radius in ARCHES:
        if abs(x - centre) < radius - 1e-6:
            return SPRING + math.sqrt(radius ** 2 - (x - centre) ** 2)
    return 0.0


verts, faces = [], []


def quad(*corners):
    faces.append(tuple(range(len(verts), len(verts) + len(corners))))
    verts.extend(corners)


for a, b in zip(columns, columns[1:]):
    vaulted = opening((a + b) / 2) > 0
    low = [max(opening(x), SPRING) if vaulted else 0.0 for x in (a, b)]
    for side in (-1, 1):
        quad(*[(x, side * face(x, z), z) for x, z in ((a, low[0]), (b, low[1]), (b, deck(b)), (a, deck(a)))])
    if vaulted:
        quad((a, -0.85, low[0]), (b, -0.85, low[1]), (b, 0.85, low[1]), (a, 0.85, low[0]))
for centre, radius in ARCHES:
    for x in (centre - radius, centre + radius):
        quad((x, -0.85, 0), (x, 0.85, 0), (x, 0.85, SPRING), (x, -0.85, SPRING))
for x in (-END, END):
    quad((x, -face(x, 0), 0), (x, face(x, 0), 0), (x, face(x, deck(x)), deck(x)), (x, -face(x, deck(x)), deck(x)))
add_mesh("Bare walls", verts, faces, MORTAR, smooth=False)
rows = [[(x, s * (half_width(x) - 0.05), deck(x) + (0.05 if s == 0 else 0.02)) for s in (-1, 0, 1)]
        for x in [-END + 2 * END * i / 24 for i in range(25)]]
add_mesh("Road", [p for row in rows for p in row], grid_faces(25, 3, wrap=False), MORTAR)

# --- Stones: chamfered panels, collected by colour ---
panels = {mat: ([], []) for mat in STONES + [TRIM, PAVING]}


def stone(corners, place, mat, raised=0.035, gap=0.012, chamfer=0.030):
    """Lay a panel over a quad in wall coordinates; place(u, v, height) says where that is."""
    points, polygons = panels[mat]
    middle = sum((Vector(c) for c in corners), Vector((0, 0))) / len(corners)
    n, count = len(points), len(corners)
    for inset, height in ((gap, -0.01), (gap + chamfer, raised)):
        for corner in corners:
            corner = Vector(corner)
            reach = (middle - corner).length
            p = corner.lerp(middle, min(0.45, 1.4 * inset / max(reach, 1e-4)))
            points.append(place(p.x, p.y, height))
    polygons.extend((n + k, n + (k + 1) % count, n + count + (k + 1) % count, n + count + k) for k in range(count))
    polygons.append(tuple(range(n + count, n + 2 * count)))


def on_wall(side):
    return lambda x, z, height: (x, side * (face(x, z) + height), z)


def free_spans(z0, z1):
    """Pieces of a course outside the arch rings, as (left low, left high, right low, right high)."""
    edges = [-END, -END]
    spans = []
    for centre, radius in ARCHES:
        half = [math.sqrt(max(0.0, (radius + RING) ** 2 - max(0.0, z - SPRING) ** 2)) for z in (z0, z1)]
        if half[0] > 0.03:
            spans.append((*edges, centre - half[0], centre - half[1]))
            edges = [centre + half[0], centre + half[1]]
    return spans + [(*edges, END, END)]


COURSE = 0.25
for side in (-1, 1):
    for row in range(9):
        z0, z1 = row * COURSE, (row + 1) * COURSE
        for left0, left1, right0, right1 in free_spans(z0, z1):
            if z1 <= SPRING + 0.3 and abs(left0 + right0) / 2 < 3.6:
                continue                           # behind the cutwaters
            width = (right0 + right1 - left0 - left1) / 2
            count = max(1, round(width / 0.64))
            cuts = [0.0] + [(i + (0.25 if row % 2 else -0.1) + random.uniform(-0.12, 0.12)) / count
                            for i in range(1, count)] + [1.0]
            for a, b in zip(cuts, cuts[1:]):
                corners = []
                for t, z in ((a, z0), (b, z0), (b, z1), (a, z1)):
                    x = (left0 + (right0 - left0) * t) if z == z0 else (left1 + (right1 - left1) * t)
                    corners.append((x, min(z, deck(x) - 0.09)))
                area = (corners[1][0] - corners[0][0] + corners[2][0] - corners[3][0]) / 2
                if min(corners[2][1], corners[3][1]) > z0 + 0.06 and area > 0.09:
                    stone(corners, on_wall(side), random.choice(STONES), raised=random.uniform(0.022, 0.045))

# The ends of the road show stone too
for side in (-1, 1):
    for row in range(7):
        z0, z1 = row * deck(END) / 6.3, min((row + 1) * deck(END) / 6.3, deck(END) - 0.04)
        cuts = [0, 1, 2, 3, 4, 5] if row % 2 else [0, 0.5, 1.5, 2.5, 3.5, 4.5, 5]
        for a, b in zip(cuts, cuts[1:]):
            corners = [(face(END, z) * (0.4 * t - 1), z) for t, z in ((a, z0), (b, z0), (b, z1), (a, z1))]
            stone(corners, lambda y, z, height: (side * (END + height), y, z), random.choice(STONES))

# Arch rings: wedges with a larger keystone, in front of the wall and a little below the vault
for centre, radius in ARCHES:
    count = 17 if radius > 1 else 13
    for i in range(count):
        a0, a1 = math.pi * i / count, math.pi * (i + 1) / count
        key = i == count // 2
        top = radius + RING + (0.07 if key else 0.0)
        for side in (-1, 1):
            verts, front = [], 0.86 + (0.09 if key else 0.06)
            for y, shrink in ((0.70, 0.0), (front - 0.025, 0.0), (front, 0.022)):
                for r, a, ds, dr in ((radius - 0.02, a0, 1, 1), (top, a0, 1, -1), (top, a1, -1, -1),
                                     (radius - 0.02, a1, -1, 1)):
                    a, r = a + ds * (0.006 + shrink) / radius, r + dr * shrink
                    verts.append((centre + r * math.cos(a), side * y, SPRING + r * math.sin(a)))
            add_mesh("Arch stone", verts, grid_faces(3, 4) + [(8, 9, 10, 11)], TRIM)

# --- Cutwaters: pointed prisms in courses, with stepped caps ---
def pointed(x, side, scale, z):
    """A ring of the cutwater's plan: two corners at the wall and a nose."""
    plan = ((-0.32, -0.06), (-0.32, 0.0), (0.0, 0.66), (0.32, 0.0), (0.32, -0.06))
    return [(x + scale * a, side * (0.86 + (scale if b > 0 else 1) * b), z) for a, b in plan]


for x in PIERS:
    for side in (-1, 1):
        loft("Footing", [pointed(x, side, 1.22, 0.0), pointed(x, side, 1.22, 0.16), pointed(x, side, 1.06, 0.24)],
             STONES[2], smooth=False)
        for i in range(4):
            z = 0.20 + 0.25 * i
            rings = [pointed(x, side, s, z + dz) for s, dz in ((0.96, 0.0), (1.0, 0.02), (1.0, 0.23), (0.96, 0.25))]
            loft("Cutwater course", rings, STONES[(i + (side > 0)) % 2], smooth=False, ends=(False, False))
        for i in range(4):
            s, z = 1.06 - 0.24 * i, 1.20 + 0.13 * i
            rings = [pointed(x, side, s, z), pointed(x, side, s, z + 0.09), pointed(x, side, s - 0.10, z + 0.13)]
            loft("Cap step", rings, TRIM, smooth=False)

# --- Parapets: string course, wall, coping stones and end posts ---
def along_side(name, side, section, mat, samples=21):
    """Sweep a section of (distance outwards, height over the road) along one edge of the road."""
    rings = [[(x, side * (half_width(x) + out), deck(x) + up) for out, up in section]
             for x in [-END + 2 * END * i / (samples - 1) for i in range(samples)]]
    loft(name, rings, mat, smooth=False)


for side in (-1, 1):
    along_side("String course", side, ((-0.05, -0.09), (0.05, -0.09), (0.08, -0.06), (0.08, 0.0), (0.04, 0.03),
                                       (-0.05, 0.03)), TRIM)
    along_side("Parapet", side, ((-0.16, 0.0), (0.0, 0.0), (0.0, 0.36), (-0.16, 0.36)), MORTAR)
    count = 27
    for i in range(count):
        x0, x1 = [-END + 2 * END * (i + k) / count for k in (0, 1)]
        for inner in (False, True):                # stones on both faces of the parapet

            def on_parapet(x, up, height, inner=inner):
                out = -0.16 - height if inner else height
                return (x, side * (half_width(x) + out), deck(x) + up)
            stone(((x0, 0.03), (x1, 0.03), (x1, 0.36), (x0, 0.36)), on_parapet, STONES[(i * 7 + inner) % 3],
                  raised=0.022, chamfer=0.022)
        section = ((-0.22, 0.35), (0.06, 0.35), (0.06, 0.42), (0.02, 0.46), (-0.18, 0.46), (-0.22, 0.42))
        rings = []
        for t, shrink in ((0.03, 0.02), (0.06, 0.0), (0.94, 0.0), (0.97, 0.02)):
            x = x0 + (x1 - x0) * t
            rings.append([(x, side * (half_width(x) + out * (1 - shrink)), deck(x) + up - shrink)
                          for out, up in section])
        loft("Coping", rings, TRIM)
    for x in (-END, END):
        def square(half, z, x=x):
            y = side * (half_width(x) - 0.06)
            return [(x + half * a, y + half * b, deck(x) + z) for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
        loft("End post", [square(0.17, -0.5), square(0.17, 0.52), square(0.22, 0.54), square(0.22, 0.62),
                          square(0.16, 0.66), square(0.01, 0.82)], TRIM, smooth=False)

# --- Paving: staggered rows of setts ---
for i in range(24):
    x0, x1 = [-END + 2 * END * (i + k) / 24 for k in (0, 1)]
    for k in range(4 if i % 2 else 3):
        if i % 2:
            v0, v1 = -1 + 0.5 * k, -0.5 + 0.5 * k
        else:
            v0, v1 = -1 + 2 * k / 3, -1 + 2 * (k + 1) / 3

        def on_road(x, v, height):
            return (x, v * (half_width(x) - 0.17), deck(x) + 0.05 - 0.03 * abs(v) + height)
        stone(((x0, v0), (x1, v0), (x1, v1), (x0, v1)), on_road, PAVING, raised=0.02, chamfer=0.03)

for mat, (points, polygons) in panels.items():
    add_mesh(mat.name, points, polygons, mat)

# --- Watch tower: a corbelled round turret on one cutwater ---
TOWER = Vector((PIERS[1], 0.85 + 0.24, 0))
GIRTH, FOOT, HEAD = 0.44, 1.72, 3.62


def around(profile, name, mat, steps=22):
    lathe(name, profile, mat, steps).location = TOWER


around([(0.10, 1.22), (0.24, 1.30), (0.24, 1.36), (0.33, 1.44), (0.33, 1.51), (0.42, 1.58), (0.42, 1.65), (0.49, 1.70),
        (0.49, 1.77), (GIRTH, 1.80)], "Corbel", TRIM)
around([(GIRTH - 0.01, FOOT), (GIRTH - 0.01, HEAD)], "Turret core", MORTAR, 24)
around([(GIRTH, HEAD - 0.06), (0.50, HEAD - 0.02), (0.50, HEAD + 0.03), (0.56, HEAD + 0.07), (0.56, HEAD + 0.12),
        (0.3, HEAD + 0.12)], "Cornice", TRIM)
WINDOWS = ((math.radians(60), 2.85), (math.radians(150), 2.35), (math.radians(-20), 2.35))


def on_tower(a, z, height):
    radius = GIRTH - 0.012 + height * 0.8
    return (TOWER.x + radius * math.cos(a), TOWER.y + radius * math.sin(a), z)


points, polygons = [], []
panels = {mat: ([], []) for mat in STONES}
for row in range(8):
    z0 = FOOT + 0.09 + row * 0.222
    for i in range(10):
        a0, a1 = [2 * math.pi * (i + k + (0.5 if row % 2 else 0)) / 10 for k in (0, 1)]
        stone(((a0, z0), (a1, z0), (a1, z0 + 0.222), (a0, z0 + 0.222)), on_tower, random.choice(STONES),
              raised=random.uniform(0.028, 0.05), gap=0.008, chamfer=0.02)
for mat, (points, polygons) in panels.items():
    add_mesh("Tower " + mat.name, points, polygons, mat)
# Windows: a dark pointed pane in a dressed frame
for angle, z in WINDOWS:
    outline = [(-0.09, -0.2), (0.09, -0.2), (0.09, 0.1), (0.05, 0.19), (0.0, 0.23), (-0.05, 0.19), (-0.09, 0.1)]

    def window_ring(scale, radius):
        return [(TOWER.x + radius * math.cos(angle) - s * scale * math.sin(angle),
                 TOWER.y + radius * math.sin(angle) + s * scale * math.cos(angle), z + up * scale) for s, up in outline]
    frame = ((1.45, GIRTH - 0.05), (1.45, GIRTH + 0.05), (1.0, GIRTH + 0.05), (0.95, GIRTH))
    loft("Window frame", [window_ring(*ring) for ring in frame], TRIM, smooth=False, ends=(False, False))
    pane = ((1.0, GIRTH - 0.02), (1.0, GIRTH + 0.005))
    loft("Window", [window_ring(*ring) for ring in pane], DARK, smooth=False, ends=(False, True))

# Roof: a cone in scalloped courses of tiles, and a finial
rows = []
COURSES, TILES = 6, 16
for row in range(COURSES):
    r0, r1 = 0.64 * (1 - row / COURSES) ** 0.95, 0.64 * (1 - (row + 1) / COURSES) ** 0.95
    z0, z1 = HEAD + 0.10 + 1.25 * row / COURSES, HEAD + 0.10 + 1.25 * (row + 1) / COURSES
    for r, z, scallop in ((r0 * 0.93, z0 + 0.02, 0), (r0 + 0.025, z0 - 0.01, 1), (r1 + 0.018, z1, 0)):
        rows.append([(TOWER.x + r * math.cos(a), TOWER.y + r * math.sin(a), z - 0.045 * scallop * (k % 2))
                     for k in range(2 * TILES) for a in [math.pi * (k + row % 2) / TILES]])
roof = loft("Roof", rows, ROOF, ends=(False, True))
roof.modifiers.new("Crisp edges", "EDGE_SPLIT").split_angle = math.radians(50)
around([(0.05, HEAD + 1.28), (0.06, HEAD + 1.33), (0.025, HEAD + 1.38), (0.025, HEAD + 1.46), (0.07, HEAD + 1.51),
        (0.08, HEAD + 1.56), (0.06, HEAD + 1.61), (0.02, HEAD + 1.65), (0.0, HEAD + 1.85)], "Finial", IRON, 12)
