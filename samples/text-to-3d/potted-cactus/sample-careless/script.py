"""Potted cactus with three arms, done in a hurry."""
import bpy
import math
import random

random.seed(1)

bpy.ops.object.select_all(action='SELECT')
bpy.ops.object.delete(use_global=False)

pot_height = 0.8
pot_radius = 0.45
stem_radius = 0.55
stem_height = 2.6


def add_capsule(name, x, y, z, radius, height):
    """Cylinder plus a sphere on the top end."""
    bpy.ops.mesh.primitive_cylinder_add(vertices=24, radius=radius, depth=height, location=(x, y, z))
    bpy.context.active_object.name = name
    bpy.ops.mesh.primitive_uv_sphere_add(segments=16, ring_count=8, radius=radius, location=(x, y, z + height / 2))
    bpy.context.active_object.name = name + "_top"
    bpy.ops.object.shade_smooth()


# Pot
bpy.ops.mesh.primitive_cone_add(vertices=32, radius1=pot_radius * 0.7, radius2=pot_radius, depth=pot_height,
                                location=(0, 0, pot_height / 2))
bpy.context.active_object.name = "Pot"
bpy.ops.mesh.primitive_torus_add(major_segments=32, minor_segments=6, major_radius=pot_radius * 1.25,
                                 minor_radius=0.06, location=(0, 0, pot_height - 0.12))
bpy.context.active_object.name = "Rim"

# Saucer
bpy.ops.mesh.primitive_cylinder_add(vertices=32, radius=0.8, depth=0.06, location=(0.12, 0, 0.03))
bpy.context.active_object.name = "Saucer"

# Stem
add_capsule("Stem", 0, 0, pot_height + stem_height / 2, stem_radius, stem_height)

# Ribs
for i in range(12):
    angle = i * 2 * math.pi / 12
    x, y = stem_radius * math.cos(angle), stem_radius * math.sin(angle)
    bpy.ops.mesh.primitive_cube_add(size=1, location=(x, y, pot_height + stem_height / 2 + 0.2))
    rib = bpy.context.active_object
    rib.name = "Rib"
    rib.scale = (0.05, 0.05, stem_height)

# Arms
arms = [(-25, 1.7, 0.9), (150, 2.3, 0.7), (60, 1.4, 0.5)]
for i, (azimuth, z, length) in enumerate(arms):
    angle = math.radians(azimuth)
    reach = stem_radius + 0.25
    x, y = reach * math.cos(angle), reach * math.sin(angle)
    bpy.ops.mesh.primitive_cylinder_add(vertices=24, radius=0.18, depth=0.5, location=(x, y, z),
                                        rotation=(0, math.pi / 2, azimuth))
    bpy.context.active_object.name = "Arm_%d_reach" % i
    add_capsule("Arm_%d" % i, x * 1.6, y * 1.6, z + length, 0.18, length)

# Spines
for i in range(40):
    angle = random.uniform(0, 2 * math.pi)
    z = random.uniform(1.0, 3.6)
    bpy.ops.mesh.primitive_cone_add(vertices=4, radius1=0.02, depth=0.16,
                                    location=(0.8 * math.cos(angle), 0.8 * math.sin(angle), z),
                                    rotation=(math.pi / 2, 0, angle))
    bpy.context.active_object.name = "Spine"

# Flower
for i in range(5):
    angle = i * 2 * math.pi / 5
    bpy.ops.mesh.primitive_uv_sphere_add(segments=10, ring_count=6, radius=0.16,
                                         location=(0.3 + 0.16 * math.cos(angle), 0.16 * math.sin(angle), 4.3))
    petal = bpy.context.active_object
    petal.name = "Petal"
    petal.scale = (1.0, 1.0, 0.3)
