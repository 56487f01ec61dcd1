"""A potted cactus with three arms from cylinders, cones and spheres. One unit is 10 cm."""
import math

import bpy
from mathutils import Vector

bpy.ops.object.select_all(action="SELECT")
bpy.ops.object.delete()


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


def finish(name, mat, smooth=False):
    """Name, colour and shade the primitive that was just added."""
    obj = bpy.context.object
    obj.name = name
    obj.data.materials.append(mat)
    if smooth:
        bpy.ops.object.shade_smooth()
    return obj


def cone(name, start, end, radius1, radius2, mat, sides=24):
    """A cone, or a cylinder when both radii agree, between two points."""
    start, end = Vector(start), Vector(end)
    axis = end - start
    bpy.ops.mesh.primitive_cone_add(vertices=sides, radius1=radius1, radius2=radius2, depth=axis.length,
                                    location=(start + end) / 2, rotation=axis.to_track_quat("Z", "Y").to_euler())
    return finish(name, mat)


def cylinder(name, start, end, radius, mat, sides=24):
    return cone(name, start, end, radius, radius, mat, sides)


def sphere(name, location, radius, mat, scale=(1, 1, 1), segments=16, rotation=(0, 0, 0)):
    bpy.ops.mesh.primitive_uv_sphere_add(segments=segments, ring_count=segments // 2, radius=radius,
                                         location=location, rotation=rotation)
    bpy.context.object.scale = scale
    return finish(name, mat, smooth=True)


CLAY = material("Clay", "#b5613c", 0.85)
EARTH = material("Earth", "#4a382b", 0.95)
PEBBLE = material("Pebble", "#b3aa9a", 0.8)
GREEN = material("Green", "#4f8a52", 0.65)
THORN = material("Thorn", "#e9dcae", 0.6)
PETAL = material("Petal", "#d9487c", 0.5)
HEART = material("Heart", "#f2c14a", 0.6)

# Saucer and pot
cone("Saucer", (0, 0, 0), (0, 0, 0.14), 0.75, 0.92, CLAY, 32)
cone("Pot", (0, 0, 0.08), (0, 0, 0.95), 0.55, 0.74, CLAY, 32)
cylinder("Rim", (0, 0, 0.92), (0, 0, 1.28), 0.86, CLAY, 32)
cylinder("Soil", (0, 0, 1.20), (0, 0, 1.30), 0.74, EARTH, 32)

# A ring of pebbles
for i in range(14):
    angle = 2 * math.pi * i / 14
    sphere("Pebble", (0.60 * math.cos(angle), 0.60 * math.sin(angle), 1.32), 0.09, PEBBLE, (1.0, 1.0, 0.65), 8)


def column(name, x, y, bottom, top, radius):
    """An upright cylinder with a rounded end."""
    cylinder(name, (x, y, bottom), (x, y, top - radius), radius, GREEN, 20)
    sphere(name + " dome", (x, y, top - radius), radius, GREEN, segments=20)


def arm(name, azimuth, height, reach, top, radius):
    """A horizontal piece, a ball for the elbow and an upright piece."""
    x, y = reach * math.cos(math.radians(azimuth)), reach * math.sin(math.radians(azimuth))
    cylinder(name + " reach", (0, 0, height), (x, y, height), radius, GREEN, 20)
    sphere(name + " elbow", (x, y, height), radius, GREEN, segments=20)
    column(name, x, y, height, top, radius)


# Stem and three arms of different length
column("Stem", 0, 0, 1.2, 4.3, 0.43)
arm("Arm 1", -25, 2.15, 0.98, 3.62, 0.25)
arm("Arm 2", 150, 2.65, 0.90, 3.78, 0.24)
arm("Arm 3", 60, 1.85, 0.86, 2.75, 0.23)

# Thorns: rows of small cones on the stem
for row in range(6):
    z = 1.65 + 0.42 * row
    for i in range(8):
        angle = 2 * math.pi * (i + 0.5 * (row % 2)) / 8
        way = Vector((math.cos(angle), math.sin(angle), 0.15))
        base = Vector((0, 0, z)) + way * 0.41
        cone("Thorn", base, base + way * 0.13, 0.025, 0.0, THORN, 4)

# Flower: a centre and six petals
sphere("Flower centre", (0, 0, 4.38), 0.12, HEART, segments=12)
for i in range(6):
    angle = 2 * math.pi * i / 6
    at = (0.21 * math.cos(angle), 0.21 * math.sin(angle), 4.38)
    sphere("Petal", at, 0.16, PETAL, (1.0, 0.55, 0.28), 12, (0, math.radians(-20), angle))
