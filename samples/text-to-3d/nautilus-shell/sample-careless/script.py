"""Nautilus shell cut open, done in a hurry."""
import bpy
import math

bpy.ops.object.select_all(action='SELECT')
bpy.ops.object.delete(use_global=False)

turns = 3
steps = 36
a = 0.08
growth = 0.14

# Spiral shell out of overlapping spheres
for i in range(steps):
    angle = i * turns * 2 * math.pi / steps
    r = a * math.exp(growth * angle)
    bpy.ops.mesh.primitive_uv_sphere_add(segments=10, ring_count=5, radius=r * 0.42,
                                         location=(r * math.cos(angle), 0, 1.4 + r * math.sin(angle)))
    ob = bpy.context.active_object
    ob.name = "Shell_%d" % i
    ob.scale = (1, 0.5, 1)
    bpy.ops.object.shade_smooth()

# Chamber walls
for i in range(16):
    angle = i * 2 * math.pi / 16
    r = 0.25 + i * 0.05
    bpy.ops.mesh.primitive_cylinder_add(vertices=10, radius=0.12 + i * 0.012, depth=0.02,
                                        location=(r * math.cos(angle), -0.35, 1.4 + r * math.sin(angle)),
                                        rotation=(0, angle, 0))
    bpy.context.active_object.name = "Septum"

# Tube through the chambers
bpy.ops.mesh.primitive_torus_add(major_segments=32, minor_segments=6, major_radius=0.7, minor_radius=0.03,
                                 location=(0, -0.45, 1.4), rotation=(math.pi / 2, 0, 0))
bpy.context.active_object.name = "Siphuncle"

# Opening
bpy.ops.mesh.primitive_torus_add(major_segments=24, minor_segments=6, major_radius=0.4, minor_radius=0.05,
                                 location=(1.5, 0, 1.4), rotation=(0, 0, 0))
bpy.context.active_object.name = "Opening"

# Base
bpy.ops.mesh.primitive_cylinder_add(vertices=32, radius=0.5, depth=0.15, location=(0.3, 0.3, 0.075))
bpy.context.active_object.name = "Base"
bpy.ops.mesh.primitive_cube_add(size=0.3, location=(-0.3, 0, 0.3))
bpy.context.active_object.name = "Support"
