"""Spiral staircase, done in a hurry."""
import bpy
import math

bpy.ops.object.select_all(action='SELECT')
bpy.ops.object.delete(use_global=False)

tread_count = 18
radius = 1.2
rise = 0.2
angle_step = math.radians(540 / tread_count)


def box(name, x, y, z, sx, sy, sz, rz=0.0):
    bpy.ops.mesh.primitive_cube_add(size=1, location=(x, y, z), rotation=(0, 0, rz))
    ob = bpy.context.active_object
    ob.name = name
    ob.scale = (sx, sy, sz)
    return ob


def cyl(name, x, y, z, r, depth, vertices=24):
    bpy.ops.mesh.primitive_cylinder_add(vertices=vertices, radius=r, depth=depth, location=(x, y, z))
    ob = bpy.context.active_object
    ob.name = name
    return ob


# Base plate and column
cyl("Base", 0, 0, 0.0, 0.5, 0.1, 32)
cyl("Column", 0, 0, 1.7, 0.1, 3.2)

# Treads around the column
for i in range(tread_count):
    a = i * angle_step
    z = rise * (i + 1)
    # Every second tread is turned the wrong way
    rz = a if i % 2 == 0 else -a
    box("Tread_%d" % i, math.cos(a) * radius * 0.65, math.sin(a) * radius * 0.65, z, radius, 0.3, 0.05, rz)
    # Brackets
    if i % 3:
        box("Bracket_%d" % i, math.cos(a) * 0.3, math.sin(a) * 0.3, z - 0.2, 0.4, 0.04, 0.1, a)
    # Balusters
    cyl("Baluster_%d" % i, math.cos(a + 0.2) * radius * 1.15, math.sin(a + 0.2) * radius * 1.15, z + 0.55, 0.02, 0.8,
        8)

# Handrail: rings instead of a helix
for k in range(2):
    bpy.ops.mesh.primitive_torus_add(major_segments=40, minor_segments=6, major_radius=radius * 1.1,
                                     minor_radius=0.03,
                                     location=(0, 0, 2.2 + 1.8 * k), rotation=(math.radians(22), 0, 0))
    bpy.context.active_object.name = "Handrail"

# Landing
box("Landing", 0.9, 0.9, rise * (tread_count + 2), 1.2, 1.2, 0.08)
for x in (0.5, 1.0, 1.5):
    cyl("Landing_post", x, 1.6, rise * (tread_count + 2) + 0.6, 0.02, 0.7, 8)

# Ball on top
bpy.ops.mesh.primitive_uv_sphere_add(segments=16, ring_count=8, radius=0.14, location=(0, 0, 4.9))
bpy.context.active_object.name = "Ball"
