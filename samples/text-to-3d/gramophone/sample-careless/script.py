"""Wind-up gramophone, done in a hurry."""
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


def cyl(name, x, y, z, radius, depth, rotation=(0, 0, 0), vertices=24):
    bpy.ops.mesh.primitive_cylinder_add(vertices=vertices, radius=radius, depth=depth, location=(x, y, z),
                                        rotation=rotation)
    ob = bpy.context.active_object
    ob.name = name
    return ob


# Case with plinth and lid
box("Plinth", 0, 0, 0.25, 3.2, 3.2, 0.2)
box("Case", 0, 0, 1.0, 2.8, 2.8, 1.1)
box("Lid", 0.15, 0, 1.72, 3.1, 3.1, 0.15)

# Feet
for x, y in ((-1.4, -1.4), (1.4, -1.4), (1.4, 1.4)):
    cyl("Foot", x, y, 0.0, 0.15, 0.2)

# Turntable and record
cyl("Turntable", 0, 0, 1.85, 1.0, 0.1, vertices=40)
cyl("Record", 0.1, 0, 2.05, 1.2, 0.04, vertices=40)
cyl("Label", 0, 0, 2.08, 0.35, 0.04)

# Tube at the back
cyl("Tube_low", 0, 1.7, 2.2, 0.12, 1.6)
cyl("Tube_high", 0, 1.3, 3.5, 0.12, 1.2, (math.radians(-45), 0, 0))

# Horn: a cone facing forward
bpy.ops.mesh.primitive_cone_add(vertices=40, radius1=1.3, radius2=0.15, depth=1.8, end_fill_type='NOTHING',
                                location=(0, 0.2, 4.3), rotation=(math.radians(70), 0, 0))
bpy.context.active_object.name = "Horn"

# Ten petals around the rim
for i in range(10):
    a = 2 * math.pi * i / 10
    bpy.ops.mesh.primitive_uv_sphere_add(segments=12, ring_count=6, radius=0.3,
                                         location=(math.cos(a) * 1.5, -0.9, 4.3 + math.sin(a) * 1.5))
    petal = bpy.context.active_object
    petal.name = "Petal"
    petal.scale = (1.0, 0.1, 1.0)

# Tone arm and sound box
cyl("Tone_arm", 0.6, 0.5, 2.6, 0.05, 1.4, (math.radians(80), 0, math.radians(20)))
cyl("Sound_box", 0.4, -0.4, 2.6, 0.2, 0.1)

# Crank on the right side
cyl("Crank_rod", 1.9, 0, 1.0, 0.06, 0.6, (0, math.pi / 2, 0))
cyl("Crank_arm", 2.2, 0, 0.6, 0.05, 0.5)
cyl("Crank_handle", 2.5, 0, 0.2, 0.1, 0.5)
