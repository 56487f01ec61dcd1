"""Toy steam locomotive, done in a hurry."""
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


def cyl(name, x, y, z, radius, depth, rotation=(0, 0, 0)):
    bpy.ops.mesh.primitive_cylinder_add(vertices=32, radius=radius, depth=depth, location=(x, y, z),
                                        rotation=rotation)
    ob = bpy.context.active_object
    ob.name = name
    return ob


along_x = (0, math.pi / 2, 0)
along_y = (math.pi / 2, 0, 0)

# Chassis
box("Chassis", 0, 0, 0.8, 4.2, 1.2, 0.2)

# Boiler and smokebox
cyl("Boiler", 0.3, 0, 1.6, 0.6, 2.4, along_x)
cyl("Smokebox", 1.75, 0, 1.6, 0.5, 0.5, along_x)
for x in (-0.4, 0.3, 1.0):
    cyl("Band", x, 0.08, 1.6, 0.64, 0.06, along_x)

# Driving wheels
for x in (-1.4, 0.0):
    for side in (-1, 1):
        cyl("Driving_wheel", x, side * 0.9, 0.5, 0.5, 0.12, along_y)
        for k in range(4):
            spoke = box("Spoke", x, side * 0.98, 0.5, 0.06, 0.04, 0.9)
            spoke.rotation_euler = (0, k * 45, 0)

# Leading wheels
for side in (-1, 1):
    cyl("Leading_wheel", 1.4, side * 0.9, 0.3, 0.3, 0.12)

# Coupling rods
for side in (-1, 1):
    box("Coupling_rod", -0.1, side * 1.25, 0.62, 1.9, 0.06, 0.1)

# Chimney and domes
cyl("Chimney", 1.5, 0, 2.75, 0.16, 0.7)
bpy.ops.mesh.primitive_cone_add(vertices=32, radius1=0.36, radius2=0.2, depth=0.25, location=(1.5, 0, 3.2))
bpy.context.active_object.name = "Chimney_top"
for x in (-0.1, 0.7):
    bpy.ops.mesh.primitive_uv_sphere_add(segments=24, ring_count=12, radius=0.28, location=(x, 0.25, 2.15))
    bpy.context.active_object.name = "Dome"
    bpy.ops.object.shade_smooth()

# Cab
box("Cab_front", -1.1, 0, 1.5, 0.08, 1.3, 1.2)
box("Cab_left", -1.6, -0.65, 1.3, 1.0, 0.08, 0.8)
box("Cab_right", -1.6, 0.65, 1.3, 1.0, 0.08, 0.8)
roof = box("Roof", -1.55, 0, 2.65, 1.5, 1.7, 0.1)
roof.rotation_euler = (0, 0.12, 0)

# Buffers
for side in (-1, 1):
    cyl("Buffer", 2.3, side * 0.45, 0.8, 0.16, 0.12, along_x)
