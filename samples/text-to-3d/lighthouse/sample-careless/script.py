"""Lighthouse on a rock, done in a hurry."""
import bpy
import math

bpy.ops.object.select_all(action='SELECT')
bpy.ops.object.delete(use_global=False)


def box(name, x, y, z, sx, sy, sz):
    bpy.ops.mesh.primitive_cube_add(size=1, location=(x, y, z))
    ob = bpy.context.active_object
    ob.name = name
    ob.scale = (sx, sy, sz)
    return ob


def cone(name, x, y, z, r1, r2, depth, vertices=32):
    bpy.ops.mesh.primitive_cone_add(vertices=vertices, radius1=r1, radius2=r2, depth=depth, location=(x, y, z))
    ob = bpy.context.active_object
    ob.name = name
    return ob


# Rock
bpy.ops.mesh.primitive_ico_sphere_add(subdivisions=2, radius=2.2, location=(0, 0, 0))
rock = bpy.context.active_object
rock.name = "Rock"
rock.scale = (1.0, 1.0, 0.3)

# Tower, tapering
cone("Tower", 0, 0, 3.0, 1.0, 0.55, 4.6)

# Three bands, all with the radius of the foot
for z in (1.6, 3.0, 4.4):
    cone("Band", 0, 0, z, 0.95, 0.95, 0.14)

# Door and steps
box("Door", 0, -1.25, 0.9, 0.5, 0.08, 0.9)
for i in range(3):
    box("Step", 0, -1.5 - 0.2 * i, 0.65 + 0.14 * i, 0.7, 0.2, 0.1)

# Windows that climb around the tower
for i in range(5):
    a = i * 70
    box("Window", math.cos(a) * 0.85, math.sin(a) * 0.85, 1.6 + 0.7 * i, 0.2, 0.2, 0.35)

# Gallery
cone("Gallery", 0.12, 0, 5.55, 1.1, 1.1, 0.1)
for i in range(8):
    a = 2 * math.pi * i / 8
    cone("Bracket", math.cos(a) * 1.25, math.sin(a) * 1.25, 5.2, 0.05, 0.05, 0.4, 8)
    cone("Post", math.cos(a) * 1.05, math.sin(a) * 1.05, 5.85, 0.03, 0.03, 0.5, 8)
bpy.ops.mesh.primitive_torus_add(major_segments=32, minor_segments=6, major_radius=1.2, minor_radius=0.03,
                                 location=(0, 0, 6.3))
bpy.context.active_object.name = "Railing"

# Lantern room
for i in range(4):
    a = 2 * math.pi * i / 6
    cone("Bar", math.cos(a) * 0.5, math.sin(a) * 0.5, 6.1, 0.03, 0.03, 1.0, 8)
bpy.ops.mesh.primitive_uv_sphere_add(segments=16, ring_count=8, radius=0.2, location=(0.3, 0, 6.9))
bpy.context.active_object.name = "Lamp"
cone("Dome", 0, 0.15, 7.3, 0.65, 0.2, 0.5)
bpy.ops.mesh.primitive_uv_sphere_add(segments=16, ring_count=8, radius=0.12, location=(0, 0, 7.9))
bpy.context.active_object.name = "Ball"
box("Vane", 0, 0, 8.2, 0.6, 0.04, 0.12)

# Keeper's house
box("House", 1.9, 0, 0.9, 1.2, 1.0, 0.8)
left = box("Roof_left", 1.9, -0.35, 1.6, 1.4, 0.8, 0.08)
left.rotation_euler = (0.6, 0, 0)
right = box("Roof_right", 1.9, 0.35, 1.6, 1.4, 0.8, 0.08)
right.rotation_euler = (0.6, 0, 0)
box("Chimney", 2.7, 0.3, 1.9, 0.2, 0.2, 0.6)
