"""A spiral staircase from boxes and cylinders. It starts towards -Y, units are metres."""
import math

import bmesh
import bpy
from mathutils import Vector

bpy.ops.object.select_all(action="SELECT")
bpy.ops.object.delete()


def paint(name, colour, roughness):
    """A plain material; colour is linear RGB."""
    material = bpy.data.materials.new(name)
    material.use_nodes = True
    shader = next(node for node in material.node_tree.nodes if node.type == "BSDF_PRINCIPLED")
    shader.inputs["Base Color"].default_value = (*colour, 1.0)
    shader.inputs["Roughness"].default_value = roughness
    return material


def finish(name, material, round_=False):
    """Name, colour and shading of the primitive that was just added."""
    obj = bpy.context.object
    obj.name = name
    obj.data.materials.append(material)
    if round_:
        bpy.ops.object.shade_smooth()
        obj.modifiers.new("Crisp edges", "EDGE_SPLIT").split_angle = math.radians(40)
    return obj


def cube(name, location, size, material, rotation=(0, 0, 0)):
    """A box given its centre and full size."""
    bpy.ops.mesh.primitive_cube_add(size=1, location=location, rotation=rotation)
    bpy.context.object.scale = size
    return finish(name, material)


def cone(name, start, end, radius1, radius2, material, sides=24):
    """A cone, or a cylinder when both radii agree, between two points."""
    start, end = Vector(start), Vector(end)
    axis = end - start
    bpy.ops.mesh.primitive_cone_add(vertices=sides, radius1=radius1, radius2=radius2, depth=axis.length,
                                    location=(start + end) / 2, rotation=axis.to_track_quat("Z", "Y").to_euler())
    return finish(name, material, round_=sides > 6)


def cylinder(name, start, end, radius, material, sides=24):
    return cone(name, start, end, radius, radius, material, sides)


def sphere(name, location, radius, material, scale=(1, 1, 1), segments=20):
    bpy.ops.mesh.primitive_uv_sphere_add(segments=segments, ring_count=segments // 2, radius=radius,
                                         location=location)
    bpy.context.object.scale = scale
    return finish(name, material, round_=True)


oak, iron = paint("Oak", (0.38, 0.20, 0.08), 0.5), paint("Iron", (0.06, 0.07, 0.08), 0.5)
brass = paint("Brass", (0.72, 0.46, 0.15), 0.4)
TREADS, STEP, RISE, START = 18, math.radians(30), 0.21, math.radians(-105)
OUTER, RAIL = 1.3, 0.9


def polar(radius, angle, z):
    return Vector((radius * math.cos(angle), radius * math.sin(angle), z))


def top_of(i):
    return RISE * (i + 1) + 0.1


def wedge(name, low, high, top, thickness, bays):
    """A flat wedge between two angles: the one shape that is no primitive."""
    outline = [polar(0.1, low, 0)] + [polar(OUTER, low + (high - low) * i / bays, 0)
                                      for i in range(bays + 1)] + [polar(0.1, high, 0)]
    bm = bmesh.new()
    face = bm.faces.new([bm.verts.new((p.x, p.y, top - thickness)) for p in outline])
    lid = bmesh.ops.extrude_face_region(bm, geom=[face])["geom"]
    for vert in lid:
        if isinstance(vert, bmesh.types.BMVert):
            vert.co.z = top
    bmesh.ops.recalc_face_normals(bm, faces=bm.faces)
    mesh = bpy.data.meshes.new(name)
    bm.to_mesh(mesh)
    bm.free()
    mesh.materials.append(oak)
    bpy.context.collection.objects.link(bpy.data.objects.new(name, mesh))


# Base plate, column and ball
cylinder("Base plate", (0, 0, 0), (0, 0, 0.06), 0.5, iron, 32)
cylinder("Base step", (0, 0, 0.06), (0, 0, 0.14), 0.3, iron, 32)
height = top_of(TREADS) + RAIL
cylinder("Column", (0, 0, 0), (0, 0, height), 0.1, iron, 24)
sphere("Ball", (0, 0, height + 0.1), 0.15, brass, segments=16)

# Treads, each on a bracket of two struts, with one baluster
for i in range(TREADS):
    low = START + STEP * i
    wedge("Tread", low, low + STEP * 1.1, top_of(i), 0.06, 2)
    middle = low + STEP * 0.5
    knee = polar(0.45, middle, top_of(i) - 0.13)
    cylinder("Bracket", polar(0.08, middle, top_of(i) - 0.22), knee, 0.025, iron, 5)
    cylinder("Bracket", knee, polar(0.95, middle, top_of(i) - 0.05), 0.025, iron, 5)
    cylinder("Baluster", polar(1.22, middle, top_of(i) - 0.03), polar(1.22, middle, top_of(i) + RAIL), 0.018, iron, 5)

# Handrail: straight pieces from baluster to baluster
LAST = START + STEP * TREADS
knots = [polar(1.22, START + STEP * (i + 0.5) / 2, RISE * (i + 0.5) / 2 + 0.1 + 0.5 * RISE + RAIL)
         for i in range(2 * TREADS)]
knots += [polar(1.22, LAST + math.radians(15 * i), top_of(TREADS) + RAIL) for i in range(1, 7)]
for a, b in zip(knots, knots[1:]):
    cylinder("Handrail", a, b + (b - a).normalized() * 0.02, 0.035, oak, 8)

# Landing: a quarter circle with a railing of its own
wedge("Landing", LAST, LAST + math.radians(90), top_of(TREADS), 0.08, 10)
for i in range(1, 7):
    angle = LAST + math.radians(15 * i - (2 if i == 6 else 0))
    cylinder("Baluster", polar(1.22, angle, top_of(TREADS) - 0.03), polar(1.22, angle, top_of(TREADS) + RAIL), 0.018,
             iron, 5)
