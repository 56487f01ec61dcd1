"""Half a nautilus shell on a stand: striped outside, pearl inside, thirty-two chambers and their tube.

One unit is 6 cm. The cut lies in the plane y = 0 and the shell behind it; the
finished piece is turned so that the cut looks at the viewer. All sizes follow
one logarithmic spiral, measured in radians back from the mouth.
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


CREAM = material("Outside", "#f2e2c6", 0.4)
STRIPE = material("Stripes", "#b5562c", 0.4)
PEARL = material("Mother of pearl", "#f4e6e1", 0.22)
CUT = material("Cut edge", "#fbf4e6", 0.45)
SEPTUM = material("Chamber walls", "#ecd6cf", 0.25)
TUBE = material("Siphon", "#c58a5c", 0.5)
WOOD = material("Walnut", "#4e3122", 0.5)
BRASS = material("Brass", "#c9a24e", 0.3, 0.3)


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


RADIUS, GROWTH = 1.6, 2.9                          # at the mouth, and per turn
MOUTH = math.radians(24)                           # direction of the mouth above the horizon
TURNS = 3.1
TAU = 2 * math.pi
WALL = 0.052                                       # thickness, as a share of the radius
DEPTH = 0.80                                       # half width of a whorl over half its height


def size(back):
    """Outer radius at an angle back from the mouth."""
    return RADIUS * GROWTH ** (-back / TAU)


def polar(radius, back, y):
    return Vector((radius * math.cos(MOUTH - back), y, radius * math.sin(MOUTH - back)))


def whorl(back):
    """Middle and half height of the hollow, and how far it reaches behind the cut."""
    outside, inside = size(back) * (1 - WALL), size(back) / GROWTH
    half = (outside - inside) / 2
    return (outside + inside) / 2, half, half * DEPTH


def hollow(back, phi, q=1.0):
    """A point of the hollow's cross-section: phi is 0 at the outer wall and pi at the inner one."""
    middle, half, deep = whorl(back)
    return polar(middle + half * q * math.cos(phi), back, deep * q * math.sin(phi))


def outside(back, phi):
    """The smooth outside: over the back of the whorl and on to the axis, covering the turns before."""
    middle, _, deep = whorl(back)
    full = size(back)
    deep += WALL * full
    if phi <= math.pi / 2:
        return polar(middle + (full - middle) * math.cos(phi), back, deep * math.sin(phi))
    t = (phi - math.pi / 2) / (math.pi / 2)        # from the crest of the whorl to the axis
    return polar(middle * (1 - t), back, deep * (1 - 0.62 * t ** 2.2))


# --- Lining of the hollow, and the cut edge of its wall ---
ROWS, AROUND = 138, 10
backs = [TAU * TURNS * (i / ROWS) for i in range(ROWS + 1)]
add_mesh("Lining", [hollow(back, math.pi * k / AROUND) for back in backs for k in range(AROUND + 1)],
         grid_faces(ROWS + 1, AROUND + 1, wrap=False), PEARL)
# A narrow chamfer on both sides catches the light along the cut
edge = []
for back in backs:
    full = size(back)
    edge += [polar(full * r, back, y * full) for r, y in ((1 - WALL, 0.012), (1 - WALL * 0.82, 0.0),
                                                         (1 - WALL * 0.18, 0.0), (1.0, 0.012))]
cut = add_mesh("Cut edge", edge, grid_faces(ROWS + 1, 4, wrap=False), CUT)
cut.modifiers.new("Crisp edges", "EDGE_SPLIT").split_angle = math.radians(30)

# --- Outside: grid lines run along the stripes, so that their borders are clean ---
STRIPES, LAST = 34, TAU * 1.03
lines = []
for i in range(STRIPES):
    middle = LAST * (i + 0.5) / STRIPES
    share = 0.40 * max(0.0, min(1.0, (middle - 1.35) / 1.2)) * (0.7 + 0.3 * math.sin(5.3 * i))
    lines += [(middle, -share), (middle, share)]
lines = [(0.0, 0.0)] + lines + [(LAST, 0.0)]
SIDES = 14
verts = []
for middle, share in lines:
    for k in range(SIDES + 1):
        phi = math.pi * k / SIDES
        flame = max(0.0, math.cos(phi * 0.62)) ** 0.6 * (1 + 0.15 * math.sin(7 * phi + 3 * middle))
        wave = 0.05 * math.sin(3.2 * phi + 1.1) * min(1.0, middle) * min(1.0, (LAST - middle) * 3)
        back = middle + share * flame * LAST / STRIPES + wave
        verts.append(outside(back, phi))
faces = grid_faces(len(lines), SIDES + 1, wrap=False)
shell = add_mesh("Outside", verts, faces, CREAM)
shell.data.materials.append(STRIPE)
for n, polygon in enumerate(shell.data.polygons):
    row = n // SIDES
    striped = row % 2 == 1 and abs(lines[row][1]) > 0.02 and n % SIDES < SIDES - 4
    polygon.material_index = 1 if striped else 0

# --- The mouth: a rounded lip between outside and lining ---
lip = []
for k in range(SIDES + 1):
    phi = math.pi * k / SIDES
    a, b = outside(0.0, phi), hollow(0.0, phi)
    forward = Vector((-math.sin(MOUTH), 0, math.cos(MOUTH))) * 0.035
    lip += [a, a.lerp(b, 0.25) + forward * 0.8, a.lerp(b, 0.5) + forward, a.lerp(b, 0.75) + forward * 0.8, b]
add_mesh("Lip", lip, grid_faces(SIDES + 1, 5, wrap=False), CREAM)

# --- Chamber walls: cups that bulge away from the mouth, thick enough to show a cut edge ---
SEPTA, FIRST, STEP = 32, math.radians(128), math.radians(20.3)
FAN, RINGS = 8, 4


def septum(back):
    verts, faces = [], []
    for thick in (0.0, 0.045):
        n = len(verts)
        for r in range(1, RINGS + 1):
            q = r / RINGS
            for k in range(FAN + 1):
                verts.append(hollow(back + thick * (1 - 0.3 * q) + 0.30 * (1 - q * q), math.pi * k / FAN, q * 1.01))
        verts.append(hollow(back + thick + 0.30, 0.0, 0.0))
        faces += [[n + f for f in face] for face in grid_faces(RINGS, FAN + 1, wrap=False)]
        faces += [(n + k, n + k + 1, len(verts) - 1) for k in range(FAN)]
    # The cut edge: from the outer wall over the middle to the inner wall
    half = len(verts) // 2
    rim = [(RINGS - 1 - r) * (FAN + 1) for r in range(RINGS)] + [half - 1]
    rim += [r * (FAN + 1) + FAN for r in range(RINGS)]
    faces += [(a, b, b + half, a + half) for a, b in zip(rim, rim[1:])]
    return verts, faces


for i in range(SEPTA):
    wall = add_mesh(f"Chamber wall {i + 1}", *septum(FIRST + STEP * i), SEPTUM)
    wall.modifiers.new("Crisp edges", "EDGE_SPLIT").split_angle = math.radians(50)

# --- The tube: a bead of a collar at every wall ---
points, radii = [], []
for i in range(SEPTA):
    back = FIRST + STEP * i + 0.30
    for step, girth in ((-0.06, 0.024), (-0.02, 0.044), (0.05, 0.040), (0.10, 0.024), (0.20, 0.026)):
        middle = whorl(back + step)[0]
        points.append(polar(middle, back + step, 0.0))
        radii.append(girth * middle)
tube("Siphon", points, radii, TUBE, 1)

# --- Stand: a turned foot and two rails that follow the shell ---
deep = whorl(math.radians(114))[2]
foot = Vector((0.16, deep * 0.5, -1.62))
stand = lathe("Foot", [(0.0, 0.0), (0.66, 0.0), (0.70, 0.02), (0.70, 0.07), (0.66, 0.10), (0.60, 0.11), (0.58, 0.14),
                       (0.30, 0.18), (0.17, 0.24), (0.12, 0.32), (0.11, 0.38), (0.15, 0.41), (0.0, 0.41)], WOOD, 48)
stand.location = foot
# The rails run a little outside the wall, where the shell is as wide as their distance from the cut
for share in (0.15, 0.72):
    rail = []
    for i in range(15):
        back = math.radians(72 + 78 * i / 14)
        p = outside(back, math.asin(share))
        out = Vector((p.x, 0, p.z)).normalized()
        rail.append(p + out * 0.02)
    tube("Rail", rail, 0.026, BRASS, 2)
for degrees in (72, 97, 125, 150):
    bar = [outside(math.radians(degrees), math.asin(s)) for s in (0.15, 0.35, 0.55, 0.72)]
    tube("Bar", [p + Vector((p.x, 0, p.z)).normalized() * 0.025 for p in bar], 0.022, BRASS, 2)
for degrees, share in ((92, 0.15), (92, 0.72), (124, 0.15), (124, 0.72)):
    p = outside(math.radians(degrees), math.asin(share))
    tube("Prong", [foot + Vector((0, 0, 0.36)), foot.lerp(p, 0.6) + Vector((0, 0, 0.08)),
                   p + Vector((p.x, 0, p.z)).normalized() * 0.02], 0.028, BRASS, 2)

# --- Turn the cut towards the viewer and stand the piece on the ground ---
pose = Matrix.Rotation(math.radians(150), 4, "Z") @ Matrix.Translation((-0.25, -deep * 0.5, 1.62))
for obj in bpy.data.objects:
    obj.matrix_world = pose @ obj.matrix_basis
