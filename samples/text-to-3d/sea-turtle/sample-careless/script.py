"""Sea turtle, done in a hurry."""
import bpy
import math

bpy.ops.object.select_all(action='SELECT')
bpy.ops.object.delete(use_global=False)

shell_length = 1.2
shell_width = 1.0
shell_height = 0.7

# Shell
bpy.ops.mesh.primitive_uv_sphere_add(segments=24, ring_count=12, radius=1, location=(0, 0, 0.2))
shell = bpy.context.active_object
shell.name = "Shell"
shell.scale = (shell_length, shell_width, shell_height)
bpy.ops.object.shade_smooth()

# Belly
bpy.ops.mesh.primitive_cylinder_add(vertices=24, radius=1.0, depth=0.1, location=(0, 0, -0.65))
bpy.context.active_object.name = "Belly"

# Plates on the shell
for i in range(5):
    bpy.ops.mesh.primitive_cylinder_add(vertices=6, radius=0.22, depth=0.08, location=(-0.9 + i * 0.45, 0, 0.92))
    bpy.context.active_object.name = "Plate_%d" % i
for side in (-1, 1):
    for i in range(4):
        bpy.ops.mesh.primitive_cylinder_add(vertices=6, radius=0.2, depth=0.08,
                                            location=(-0.68 + i * 0.45, side * 0.55, 0.85))
        bpy.context.active_object.name = "Side_plate"
for i in range(16):
    angle = i * 2 * math.pi / 16
    bpy.ops.mesh.primitive_cube_add(size=0.16, location=(1.3 * math.cos(angle), 1.3 * math.sin(angle), 0.2))
    bpy.context.active_object.name = "Rim_plate"

# Head
bpy.ops.mesh.primitive_uv_sphere_add(segments=20, ring_count=10, radius=0.3, location=(1.9, 0, 0.4))
bpy.context.active_object.name = "Head"
bpy.ops.object.shade_smooth()
bpy.ops.mesh.primitive_cone_add(vertices=12, radius1=0.12, depth=0.3, location=(2.25, 0, 0.4),
                                rotation=(0, math.pi / 2, 0))
bpy.context.active_object.name = "Beak"
for side in (-1, 1):
    bpy.ops.mesh.primitive_uv_sphere_add(segments=10, ring_count=5, radius=0.12, location=(2.0, side * 0.1, 0.72))
    bpy.context.active_object.name = "Eye"

# Neck
bpy.ops.mesh.primitive_cylinder_add(vertices=16, radius=0.12, depth=0.4, location=(1.35, 0, 0.0),
                                    rotation=(0, math.pi / 2, 0))
bpy.context.active_object.name = "Neck"

# Flippers
for side in (-1, 1):
    bpy.ops.mesh.primitive_uv_sphere_add(segments=16, ring_count=8, radius=0.7, location=(0.5, side * 1.75, 0.3),
                                         rotation=(0, 0, math.radians(30)))
    flipper = bpy.context.active_object
    flipper.name = "Front_flipper"
    flipper.scale = (0.3, 1.0, 0.1)
bpy.ops.mesh.primitive_uv_sphere_add(segments=16, ring_count=8, radius=0.4, location=(-1.3, 0.9, 0.3))
rear = bpy.context.active_object
rear.name = "Rear_flipper"
rear.scale = (0.4, 1.0, 0.1)

# Tail
bpy.ops.mesh.primitive_cone_add(vertices=12, radius1=0.1, depth=0.4, location=(-1.5, 0, -0.3),
                                rotation=(0, math.pi / 2, 0))
bpy.context.active_object.name = "Tail"
