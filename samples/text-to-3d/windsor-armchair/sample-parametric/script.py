"""A Windsor armchair from equations: Lamé curves, bobbin turnings, a polynomial saddle.

Front is +Y, units are metres. Every stick is a bevelled curve with a taper
function, the hoop and its spindles lie on one bent and leaning sheet.
"""
import math

import bmesh
import bpy
from mathutils import Vector

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


cherry, ash = paint("Cherry", (0.30, 0.085, 0.03), 0.4), paint("Ash", (0.52, 0.31, 0.135), 0.45)
SEAT, RAIL = 0.45, 0.695
LEAN = math.tan(math.radians(14))


def lame(angle, power):
    """A point on the unit superellipse."""
    c, s = math.cos(angle), math.sin(angle)
    return math.copysign(abs(c) ** (2 / power), c), math.copysign(abs(s) ** (2 / power), s)


def cubic(a, b, c, d, t):
    """A Bezier curve."""
    return a * (1 - t) ** 3 + b * 3 * t * (1 - t) ** 2 + c * 3 * t * t * (1 - t) + d * t ** 3


# --- Seat: a superellipse; its section is a polynomial saddle with a ridge between the thighs ---
def outline(angle, share):
    x, y = lame(angle, 2.7)
    return 0.28 * x * share * (1.0 + 0.10 * y), (0.225 if y > 0 else 0.24) * y * share


def seat_point(k, angle):
    share, drop = SECTION[k]
    x, y = outline(angle, share)
    if drop is not None:
        return x, y, SEAT - drop
    hollow = 0.026 * (1.0 - (x / 0.27) ** 2) * (1.0 - min(1.0, abs(y + 0.03) / 0.21) ** 2.4) if share < 0.95 else 0.0
    # The ridge rises towards the front and sinks again before the edge.
    ridge = 0.015 * math.exp(-(x / 0.05) ** 2) * max(0.0, (y + 0.02) / 0.24) ** 1.5 * max(0.0, 1.0 - share ** 9)
    return x, y, SEAT - max(0.0, hollow) + ridge


SECTION = [(share, None) for share in (0.0, 0.2, 0.38, 0.54, 0.68, 0.8, 0.89, 0.95)]
SECTION += [(0.99, 0.003), (1.0, 0.012), (0.995, 0.024), (0.95, 0.036), (0.88, 0.044), (0.0, 0.044)]
surface("Seat", seat_point, range(len(SECTION)), span(0, 2 * math.pi, 56), cherry, crisp=50)


# --- Legs: bobbins, a cosine along the leg that fades out at the ends; and the H stretcher ---
def bobbins(count, depth):
    def taper(t):
        fade = min(1.0, t / 0.08, (1.0 - t) / 0.12)
        return 1.0 - 0.18 * (1 - t) + depth * fade * math.cos(2 * math.pi * count * t)
    return taper


def lens(t):
    """Swollen in the middle, with a bead on it."""
    return 0.72 + 0.5 * math.sin(math.pi * t) ** 2 + 0.5 * math.exp(-((t - 0.5) / 0.03) ** 2)


def straight(start, end, count):
    return [Vector(start).lerp(Vector(end), t) for t in span(0, 1, count)]


middles = []
for side in (-1, 1):
    ties = []
    for top, foot in (((0.18, 0.135), (0.262, 0.225)), ((0.155, -0.145), (0.235, -0.265))):
        leg = straight((side * foot[0], foot[1], 0.0), (side * top[0], top[1], SEAT - 0.03), 48)
        rod("Leg", leg, 0.0205, ash, resolution=3, taper=bobbins(8, 0.26))
        ties.append(leg[18])
    rod("Side stretcher", straight(*ties, 24), 0.0135, ash, resolution=2, taper=lens)
    middles.append(ties[0].lerp(ties[1], 0.5))
rod("Cross stretcher", straight(*middles, 24), 0.0135, ash, resolution=2, taper=lens)


# --- Back: a Lamé hoop on a leaning, bent sheet; the spindles lie on the same sheet ---
def on_sheet(x, z):
    return Vector((x, -0.188 + 1.15 * x * x - LEAN * (z - SEAT), z))


WIDE, TALL = 0.262, 0.655


def hoop(angle):
    x, z = lame(angle, 2.75)
    return on_sheet(WIDE * x * (0.84 + 0.16 * abs(z) ** 0.6), SEAT - 0.012 + TALL * abs(z))


rod("Hoop", [hoop(a) for a in span(0, math.pi, 60)], 0.0155, cherry, resolution=3)
for i in range(7):
    u = (i - 3) / 3
    x = 0.205 * u
    # The hoop's height above this spindle's upper end.
    top = min((hoop(a) for a in span(0.02, math.pi - 0.02, 400)), key=lambda p: abs(p.x - x))
    foot = on_sheet(0.150 * u, SEAT - 0.015)
    rod("Spindle", [foot.lerp(top, t) + Vector((0, 0.012 * math.sin(math.pi * t), 0)) for t in span(0, 1, 10)],
        0.0092, ash,
        resolution=2, taper=lambda t: 0.75 + 0.55 * math.sin(math.pi * t ** 0.7) ** 2 - 0.15 * t)


# --- Arm rail: half a superellipse around the back, Bezier arms, and a width that swells to hands ---
back = [Vector((0.285 * x, 0.0 - 0.252 * y, RAIL)) for x, y in (lame(a, 2.5) for a in span(0, math.pi, 36))]
arm = [cubic(Vector((0.285, 0.0, RAIL)), Vector((0.285, 0.07, RAIL)), Vector((0.288, 0.12, RAIL)),
             Vector((0.325, 0.195, RAIL)), t)
       for t in span(0, 1, 12)][1:]
path = list(reversed(arm)) + back + [Vector((-p.x, p.y, p.z)) for p in arm]
lengths = [0.0]
for p, q in zip(path, path[1:]):
    lengths.append(lengths[-1] + (q - p).length)


def rail_point(k, angle):
    ahead = (path[min(k + 1, len(path) - 1)] - path[max(k - 1, 0)]).normalized()
    across = ahead.cross(Vector((0, 0, 1)))
    s = min(lengths[k], lengths[-1] - lengths[k])
    hand = 0.021 * math.exp(-((s - 0.05) / 0.055) ** 2)
    end = math.sqrt(max(0.0, 1.0 - max(0.0, 1.0 - s / 0.045) ** 2))
    x, z = lame(angle, 3.2)
    droop = Vector((0, 0, -0.010 * max(0.0, 1.0 - s / 0.05) ** 2))
    return path[k] + across * (0.0195 + hand) * end * x + Vector((0, 0, 0.0125 * z * (0.3 + 0.7 * end))) * min(1.0,
                                                                                                               end
                                                                                                               * 3) + droop


surface("Arm rail", rail_point, range(len(path)), span(0, 2 * math.pi, 16), cherry, crisp=55)

# --- Under each arm: two short spindles and a bobbin-turned post ---
for side in (-1, 1):
    for y0, y1 in ((-0.045, -0.055), (0.025, 0.030)):
        rod("Short spindle", straight((side * 0.242, y0, SEAT - 0.015), (side * 0.286, y1, RAIL), 8), 0.0095, ash,
            resolution=2,
            taper=lambda t: 0.75 + 0.5 * math.sin(math.pi * t) ** 2)
    rod("Post", straight((side * 0.248, 0.105, SEAT - 0.015), (side * 0.303, 0.150, RAIL), 36), 0.0175, ash,
        resolution=3,
        taper=bobbins(5, 0.26))
