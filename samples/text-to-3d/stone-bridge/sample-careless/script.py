"""Old stone bridge, done in a hurry."""
import bpy
import math

bpy.ops.object.select_all(action='SELECT')
bpy.ops.object.delete(use_global=False)

length = 10
width = 2

# Deck
bpy.ops.mesh.primitive_cube_add(size=1, location=(0, 0, 2.2))
deck = bpy.context.active_object
deck.name = "Deck"
deck.scale = (length, width, 0.3)

# Arches
arches = [(-3, 0.9), (0, 1.3), (3, 0.9)]
for x, radius in arches:
    bpy.ops.mesh.primitive_torus_add(major_segments=28, minor_segments=8, major_radius=radius, minor_radius=0.15,
                                     location=(x, 0, 0.9), rotation=(math.pi / 2, 0, 0))
    bpy.context.active_object.name = "Arch"
    # Wedge stones
    for i in range(9):
        angle = math.pi * i / 8
        bpy.ops.mesh.primitive_cube_add(size=0.25, location=(x + (radius + 0.2) * math.cos(angle), -0.8,
                                                             0.6 + (radius + 0.2) * math.sin(angle)))
        bpy.context.active_object.name = "Voussoir"

# Piers
for x in (-1.6, 1.6):
    bpy.ops.mesh.primitive_cube_add(size=1, location=(x, 0, 0.7))
    pier = bpy.context.active_object
    pier.name = "Pier"
    pier.scale = (0.4, width, 1.4)
    # Cutwaters
    bpy.ops.mesh.primitive_cone_add(vertices=4, radius1=0.5, depth=1.0, location=(x, -width / 2 - 0.4, 0.5))
    bpy.context.active_object.name = "Cutwater"

# Parapets with coping
for side in (-1, 1):
    bpy.ops.mesh.primitive_cube_add(size=1, location=(0.3, side * width / 2, 2.75))
    parapet = bpy.context.active_object
    parapet.name = "Parapet"
    parapet.scale = (length, 0.15, 0.5)
    for i in range(16):
        bpy.ops.mesh.primitive_cube_add(size=0.3, location=(-4.8 + i * 0.64, side * width / 2, 3.25))
        bpy.context.active_object.name = "Coping"

# Tower
bpy.ops.mesh.primitive_cylinder_add(vertices=24, radius=0.4, depth=1.6, location=(1.6, 1.9, 3.4))
bpy.context.active_object.name = "Tower"
bpy.ops.mesh.primitive_cone_add(vertices=24, radius1=0.7, depth=0.9, location=(1.8, 1.9, 5.0))
bpy.context.active_object.name = "Tower_roof"

# Abutments
bpy.ops.mesh.primitive_cube_add(size=1, location=(-5.6, 0, 1.0))
abutment = bpy.context.active_object
abutment.name = "Abutment"
abutment.scale = (1.2, 2.6, 2.0)
abutment.rotation_euler = (0, math.radians(12), 0)
