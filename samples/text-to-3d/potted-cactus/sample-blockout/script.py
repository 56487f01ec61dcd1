"""A potted cactus with three arms from cylinders, cones and spheres. One unit is 10 cm."""
import math

import bpy
from mathutils import Vector

bpy.ops.object.select_all(action="SELECT")
bpy.ops.object.delete()


def cube(name, location, size, rotation=(0, 0, 0)):
    """A box given its centre and full size."""
    bpy.ops.mesh.primitive_cube_add(size=1, location=location, rotation=rotation)
    obj = bpy.context.object
    obj.name, obj.scale = name, size
    return obj


def cone(name, start, end, radius1, radius2, sides=32):
    """A cone, or a cylinder when both radii agree, between two points."""
    start, end = Vector(start), Vector(end)
    axis = end - start
    bpy.ops.mesh.primitive_cone_add(vertices=sides, radius1=radius1, radius2=radius2, depth=axis.length,
                                    location=(start + end) / 2, rotation=axis.to_track_quat("Z", "Y").to_euler())
    bpy.context.object.name = name
    return bpy.context.object


def cylinder(name, start, end, radius, sides=32):
    return cone(name, start, end, radius, radius, sides)


def sphere(name, location, radius, scale=(1, 1, 1)):
    bpy.ops.mesh.primitive_uv_sphere_add(segments=24, ring_count=12, radius=radius, location=location)
    obj = bpy.context.object
    obj.name, obj.scale = name, scale
    bpy.ops.object.shade_smooth()
    return obj


# Saucer and pot
cone("Saucer", (0, 0, 0), (0, 0, 0.14), 0.75, 0.92)
cone("Pot", (0, 0, 0.08), (0, 0, 0.95), 0.55, 0.74)
cylinder("Rim", (0, 0, 0.92), (0, 0, 1.28), 0.86)
cylinder("Soil", (0, 0, 1.20), (0, 0, 1.30), 0.74)

# A ring of pebbles
for i in range(14):
    angle = 2 * math.pi * i / 14
    sphere("Pebble", (0.60 * math.cos(angle), 0.60 * math.sin(angle), 1.32), 0.09, (1.0, 1.0, 0.65))


def column(name, x, y, bottom, top, radius):
    """An upright cylinder with a rounded end."""
    cylinder(name, (x, y, bottom), (x, y, top - radius), radius, 24)
    sphere(name + " dome", (x, y, top - radius), radius)


def arm(name, azimuth, height, reach, top, radius):
    """A horizontal piece, a ball for the elbow and an upright piece."""
    x, y = reach * math.cos(math.radians(azimuth)), reach * math.sin(math.radians(azimuth))
    cylinder(name + " reach", (0, 0, height), (x, y, height), radius, 24)
    sphere(name + " elbow", (x, y, height), radius)
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
        cone("Thorn", base, base + way * 0.13, 0.025, 0.0, 6)

# Flower: a centre and six petals
sphere("Flower centre", (0, 0, 4.38), 0.12)
for i in range(6):
    angle = 2 * math.pi * i / 6
    petal = sphere("Petal", (0.21 * math.cos(angle), 0.21 * math.sin(angle), 4.38), 0.16, (1.0, 0.55, 0.28))
    petal.rotation_euler = (0, math.radians(-20), angle)
