"""A wind-up gramophone from simple solids. Its front looks towards -Y."""
import math

import bpy
from mathutils import Matrix, Vector

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


wood, dark = paint("Wood", (0.30, 0.13, 0.05), 0.5), paint("Dark wood", (0.13, 0.05, 0.02), 0.5)
brass, steel = paint("Brass", (0.72, 0.46, 0.15), 0.4), paint("Steel", (0.55, 0.55, 0.56), 0.4)
black, label = paint("Black", (0.02, 0.02, 0.022), 0.4), paint("Label", (0.55, 0.06, 0.04), 0.6)

# Case: plinth, box, lid and four feet
for x in (-1.35, 1.35):
    for y in (-1.35, 1.35):
        sphere("Foot", (x, y, 0.12), 0.18, black, (1, 1, 0.67), segments=12)
cube("Plinth", (0, 0, 0.28), (3.3, 3.3, 0.24), dark)
cube("Plinth step", (0, 0, 0.44), (3.05, 3.05, 0.12), dark)
cube("Case", (0, 0, 0.95), (2.8, 2.8, 1.1), wood)
cube("Lid step", (0, 0, 1.50), (3.0, 3.0, 0.10), dark)
cube("Lid", (0, 0, 1.64), (3.2, 3.2, 0.20), dark)
for x, y in ((0, -1.4), (0, 1.4), (-1.4, 0), (1.4, 0)):
    cube("Panel", (x, y, 1.0), (0.08 if x else 2.1, 0.08 if y else 2.1, 0.6), dark)

# Turntable, record, label, spindle
cylinder("Turntable", (0, -0.2, 1.74), (0, -0.2, 1.84), 1.2, steel, 40)
cylinder("Record", (0, -0.2, 1.84), (0, -0.2, 1.88), 1.15, black, 40)
for radius in (1.05, 0.9, 0.75, 0.6):
    bpy.ops.mesh.primitive_torus_add(major_segments=32, minor_segments=4, major_radius=radius, minor_radius=0.018,
                                     location=(0, -0.2, 1.88))
    finish("Groove", black)
cylinder("Label", (0, -0.2, 1.88), (0, -0.2, 1.895), 0.38, label, 24)
cylinder("Spindle", (0, -0.2, 1.88), (0, -0.2, 1.99), 0.04, steel, 8)

# Bent tube: straight pieces with balls at the bends
knots = [Vector(k) for k in ((0, 1.3, 1.1), (0, 1.9, 1.1), (0, 1.95, 2.9), (0, 1.6, 3.6), (0, 1.05, 3.95))]
for a, b in zip(knots, knots[1:]):
    cylinder("Tube", a, b, 0.14, brass, 16)
for knot in knots[1:-1]:
    sphere("Bend", knot, 0.14, brass, segments=16)

# Horn: an open funnel in two cones, with ten petals around the rim
aim = Vector((0, -0.88, 0.475)).normalized()
across, up = Vector((1, 0, 0)), Vector((1, 0, 0)).cross(aim)
throat = knots[-1]
for start, end, r1, r2 in ((0.0, 1.0, 0.14, 0.42), (1.0, 1.75, 0.42, 1.05)):
    a, b = throat + aim * start, throat + aim * end
    bpy.ops.mesh.primitive_cone_add(vertices=20, radius1=r1, radius2=r2, depth=(b - a).length,
                                    end_fill_type="NOTHING",
                                    location=(a + b) / 2, rotation=aim.to_track_quat("Z", "Y").to_euler())
    finish("Horn", brass, round_=True).modifiers.new("Thickness", "SOLIDIFY").thickness = 0.03
for i in range(10):
    a = 2 * math.pi * i / 10
    way = across * math.cos(a) + up * math.sin(a)
    at = throat + aim * 1.86 + way * 1.27
    bpy.ops.mesh.primitive_uv_sphere_add(segments=12, ring_count=6, radius=1.0, location=at,
                                         rotation=(way + aim * 0.45).to_track_quat("X", "Z").to_euler())
    bpy.context.object.scale = (0.42, 0.44, 0.05)
    bpy.context.object.rotation_euler = Matrix((way * 0.91 + aim * 0.41, aim.cross(way),
                                                aim * 0.91 - way * 0.41)).transposed().to_euler()
    finish("Petal", brass, round_=True)

# Tone arm over the record, sound box and needle
arm = [Vector(k) for k in ((0, 1.95, 2.2), (0.45, 0.6, 2.4), (0.62, -0.3, 2.2))]
for a, b in zip(arm, arm[1:]):
    cylinder("Tone arm", a, b, 0.07, steel, 12)
sphere("Arm bend", arm[1], 0.07, steel, segments=12)
cylinder("Sound box", arm[2] - Vector((0.08, 0, 0)), arm[2] + Vector((0.08, 0, 0)), 0.22, steel, 24)
cylinder("Needle", arm[2] + Vector((0.08, -0.05, -0.1)), (0.72, -0.45, 1.87), 0.02, steel, 6)

# Crank on the right side
cylinder("Crank rod", (1.38, 0.2, 1.0), (1.95, 0.2, 1.0), 0.06, steel, 12)
cylinder("Crank arm", (1.92, 0.2, 1.03), (1.92, 0.1, 0.38), 0.055, steel, 12)
cylinder("Handle", (1.86, 0.1, 0.42), (2.45, 0.1, 0.42), 0.1, dark, 16)
