"""Windsor armchair, done in a hurry."""
import bpy
import math

bpy.ops.object.select_all(action='SELECT')
bpy.ops.object.delete(use_global=False)

seat_height = 0.45
seat_width = 0.5
seat_depth = 0.45


def add_cylinder(name, x, y, z, radius, height, rx=0, ry=0):
    bpy.ops.mesh.primitive_cylinder_add(vertices=24, radius=radius, depth=height, location=(x, y, z))
    ob = bpy.context.active_object
    ob.name = name
    ob.rotation_euler = (rx, ry, 0)
    return ob


# Seat
bpy.ops.mesh.primitive_cylinder_add(vertices=48, radius=seat_width / 2, depth=0.05, location=(0, 0, seat_height))
seat = bpy.context.active_object
seat.name = "Seat"
seat.scale = (1.0, seat_depth / seat_width, 1.0)

# Legs, splayed outwards
leg_positions = [(-0.2, -0.18), (0.2, -0.18), (0.2, 0.18)]
for i, (x, y) in enumerate(leg_positions):
    add_cylinder("Leg_%d" % i, x, y, seat_height / 2, 0.02, seat_height, rx=math.radians(-12 if y > 0 else 12),
                 ry=math.radians(12 if x > 0 else -12))

# H stretcher
add_cylinder("Stretcher_left", -0.2, 0, 0.2, 0.012, 0.36, rx=math.pi / 2)
add_cylinder("Stretcher_right", 0.2, 0, 0.2, 0.012, 0.36, rx=math.pi / 2)
add_cylinder("Stretcher_cross", 0, 0.06, 0.14, 0.012, 0.25, ry=math.pi / 2)

# Bent hoop of the back
bpy.ops.mesh.primitive_torus_add(major_segments=32, minor_segments=8, major_radius=0.27, minor_radius=0.016,
                                 location=(0, -seat_depth / 2 - 0.12, 0.85), rotation=(math.pi / 2, 0, 0))
bpy.context.active_object.name = "Hoop"

# Seven spindles
for i in range(7):
    x = -0.15 + i * 0.06
    add_cylinder("Spindle_%d" % i, x, -seat_depth / 2 + 0.06, 0.66, 0.008, 0.46, rx=math.radians(10))

# Arm rails and their supports
for side in (-1, 1):
    bpy.ops.mesh.primitive_cube_add(size=1, location=(side * 0.34, 0.05, 0.78))
    arm = bpy.context.active_object
    arm.name = "Arm"
    arm.scale = (0.09, 0.34, 0.03)
    for y in (-0.05, 0.04, 0.13):
        add_cylinder("Arm_support", side * 0.2, y, seat_height + 0.11, 0.012, 0.2)
