"""Mushroom cluster, done in a hurry."""
import bpy
import math
import random

random.seed(5)

bpy.ops.object.select_all(action='SELECT')
bpy.ops.object.delete(use_global=False)

# Mound
bpy.ops.mesh.primitive_uv_sphere_add(segments=24, ring_count=12, radius=1.2, location=(0, 0, 0))
mound = bpy.context.active_object
mound.name = "Mound"
mound.scale = (1, 1, 0.25)

mushrooms = [
    # x, y, height, stem radius, cap radius, lean
    (0.0, 0.0, 1.6, 0.09, 0.9, 8),
    (0.9, 0.3, 1.0, 0.07, 0.5, 20),
    (-0.8, 0.6, 0.8, 0.06, 0.4, -18),
    (0.3, -1.3, 0.7, 0.06, 0.35, 25),
]

for i, (x, y, height, stem_radius, cap_radius, lean) in enumerate(mushrooms):
    # Stem
    bpy.ops.mesh.primitive_cylinder_add(vertices=16, radius=stem_radius, depth=height,
                                        location=(x, y, height / 2 + 0.3), rotation=(math.radians(lean), 0, 0))
    bpy.context.active_object.name = "Stem_%d" % i
    # Ring
    bpy.ops.mesh.primitive_torus_add(major_segments=12, minor_segments=5, major_radius=stem_radius * 2.5,
                                     minor_radius=0.03, location=(x, y, height * 0.75))
    bpy.context.active_object.name = "Ring_%d" % i
    # Cap
    bpy.ops.mesh.primitive_uv_sphere_add(segments=16, ring_count=8, radius=cap_radius, location=(x, y, height + 0.55))
    cap = bpy.context.active_object
    cap.name = "Cap_%d" % i
    cap.scale = (1, 1, 0.35)
    bpy.ops.object.shade_smooth()
    # Gills
    for g in range(6):
        angle = g * math.pi / 3
        bpy.ops.mesh.primitive_cube_add(size=1, location=(x + cap_radius * 0.6 * math.cos(angle),
                                                          y + cap_radius * 0.6 * math.sin(angle), height + 0.1),
                                        rotation=(0, 0, angle + math.pi / 2))
        gill = bpy.context.active_object
        gill.name = "Gill"
        gill.scale = (cap_radius * 0.8, 0.015, 0.12)

# Warts on the largest cap
for i in range(12):
    bpy.ops.mesh.primitive_uv_sphere_add(segments=6, ring_count=3, radius=0.08,
                                         location=(random.uniform(-0.8, 0.8), random.uniform(-0.8, 0.8), 2.42))
    bpy.context.active_object.name = "Wart"

# Button mushroom
bpy.ops.mesh.primitive_uv_sphere_add(segments=16, ring_count=8, radius=0.2, location=(-0.5, -0.6, 0.55))
bpy.context.active_object.name = "Button"

# Grass
for i in range(10):
    angle = random.uniform(0, 2 * math.pi)
    bpy.ops.mesh.primitive_cone_add(vertices=4, radius1=0.05, depth=0.9,
                                    location=(1.5 * math.cos(angle), 1.5 * math.sin(angle), 0.45),
                                    rotation=(random.uniform(-0.4, 0.4), random.uniform(-0.4, 0.4), 0))
    bpy.context.active_object.name = "Grass"
