"""A toy tank locomotive from boxes, cylinders and cones. One unit is 10 cm, the front is +X."""
import math

import bpy
from mathutils import Vector

bpy.ops.object.select_all(action="SELECT")
bpy.ops.object.delete()


def cube(name, location, size, rotation=(0, 0, 0)):
    """A box given its centre and full size."""
    bpy.ops.mesh.primitive_cube_add(size=1, location=location, rotation=rotation)
    obj = bpy.context.object
    obj.name, obj.scale = name, size
    return obj


def smooth_sides():
    """Round sides shade smoothly, their rims stay crisp."""
    bpy.ops.object.shade_smooth()
    bpy.context.object.modifiers.new("Crisp edges", "EDGE_SPLIT").split_angle = math.radians(40)


def cone(name, start, end, radius1, radius2, sides=32):
    """A cone, or a cylinder when both radii agree, between two points."""
    start, end = Vector(start), Vector(end)
    axis = end - start
    bpy.ops.mesh.primitive_cone_add(vertices=sides, radius1=radius1, radius2=radius2, depth=axis.length,
                                    location=(start + end) / 2, rotation=axis.to_track_quat("Z", "Y").to_euler())
    bpy.context.object.name = name
    if sides > 6:
        smooth_sides()
    return bpy.context.object


def cylinder(name, start, end, radius, sides=32):
    return cone(name, start, end, radius, radius, sides)


def sphere(name, location, radius, scale=(1, 1, 1), segments=20):
    bpy.ops.mesh.primitive_uv_sphere_add(segments=segments, ring_count=segments // 2, radius=radius,
                                         location=location)
    obj = bpy.context.object
    obj.name, obj.scale = name, scale
    bpy.ops.object.shade_smooth()
    return obj


BOILER_Z = 1.78
DECK_Z = 1.0

# Frame, deck and buffer beams
cube("Frame", (-0.15, 0, 0.78), (4.3, 0.8, 0.45))
cube("Deck", (-0.2, 0, DECK_Z), (4.5, 1.84, 0.09))
for x in (-2.44, 2.04):
    cube("Buffer beam", (x, 0, 0.88), (0.14, 1.78, 0.32))
    way = math.copysign(1, x)
    for y in (-0.56, 0.56):
        cylinder("Buffer shaft", (x, y, 0.88), (x + way * 0.26, y, 0.88), 0.08, 16)
        cylinder("Buffer head", (x + way * 0.26, y, 0.88), (x + way * 0.34, y, 0.88), 0.18, 24)

# Wheels: a disc with a hub, and round pegs where the rods sit
for side in (-1, 1):
    for x, radius in ((-1.45, 0.66), (0.05, 0.66), (1.36, 0.38)):
        cylinder("Wheel", (x, side * 0.48, radius), (x, side * 0.66, radius), radius, 32)
        cylinder("Hub", (x, side * 0.66, radius), (x, side * 0.72, radius), radius * 0.28, 16)
    for x in (-1.45, 0.05):
        cylinder("Crank pin", (x + 0.25, side * 0.66, 0.48), (x + 0.25, side * 0.82, 0.48), 0.08, 16)
    cube("Coupling rod", (-0.45, side * 0.76, 0.48), (1.74, 0.07, 0.14))
    cylinder("Steam cylinder", (1.10, side * 0.80, 0.74), (1.78, side * 0.80, 0.74), 0.25)
    cylinder("Piston rod", (0.30, side * 0.80, 0.48), (1.20, side * 0.80, 0.74), 0.045, 12)

# Boiler, bands, smokebox and door
cylinder("Boiler", (-1.0, 0, BOILER_Z), (1.3, 0, BOILER_Z), 0.60, 40)
for x in (-0.55, 0.1, 0.75):
    cylinder("Band", (x - 0.035, 0, BOILER_Z), (x + 0.035, 0, BOILER_Z), 0.63, 40)
cylinder("Smokebox", (1.2, 0, BOILER_Z), (1.88, 0, BOILER_Z), 0.66, 40)
cone("Door", (1.88, 0, BOILER_Z), (1.98, 0, BOILER_Z), 0.50, 0.38, 40)
sphere("Door knob", (2.0, 0, BOILER_Z), 0.09)
cube("Saddle", (1.54, 0, 1.12), (0.56, 0.7, 0.3))

# Chimney, domes, whistle and lamp
cone("Chimney", (1.55, 0, 2.35), (1.55, 0, 3.15), 0.19, 0.28)
cylinder("Chimney cap", (1.55, 0, 3.15), (1.55, 0, 3.27), 0.34)
for x, radius, top in ((0.3, 0.28, 2.66), (0.92, 0.2, 2.52)):
    cylinder("Dome side", (x, 0, 2.2), (x, 0, top), radius)
    sphere("Dome top", (x, 0, top), radius)
cylinder("Whistle", (-0.45, 0, 2.3), (-0.45, 0, 2.62), 0.06, 16)
cylinder("Lamp", (1.82, 0, DECK_Z + 0.24), (2.06, 0, DECK_Z + 0.24), 0.18, 24)

# Cab: floor-high sides, corner pillars around the windows, flat roof, bunker
for y in (-0.83, 0.83):
    cube("Cab side", (-1.48, y, 1.42), (1.1, 0.09, 0.84))
    cube("Cab top", (-1.48, y, 2.53), (1.1, 0.09, 0.2))
    for x in (-1.98, -1.48, -0.98):
        cube("Pillar", (x, y, 2.13), (0.12, 0.09, 0.62))
cube("Cab front", (-0.97, 0, 1.8), (0.08, 1.6, 1.62))
cube("Cab rear", (-1.99, 0, 1.8), (0.08, 1.6, 1.62))
cube("Roof", (-1.48, 0, 2.69), (1.5, 2.0, 0.12))
cube("Roof ridge", (-1.48, 0, 2.8), (1.3, 1.3, 0.12))
cube("Bunker", (-2.22, 0, 1.36), (0.42, 1.7, 0.7))
for i in range(9):
    sphere("Coal", (-2.22, -0.64 + 0.16 * i, 1.73), 0.13, (1.0, 0.8, 0.7), segments=8)


# --- Materials ---
def paint(name, colour, roughness):
    """A plain material; colour is linear RGB."""
    material = bpy.data.materials.new(name)
    material.use_nodes = True
    shader = next(node for node in material.node_tree.nodes if node.type == "BSDF_PRINCIPLED")
    shader.inputs["Base Color"].default_value = (*colour, 1.0)
    shader.inputs["Roughness"].default_value = roughness
    return material


green, red = paint("Green", (0.06, 0.24, 0.10), 0.5), paint("Red", (0.55, 0.06, 0.04), 0.5)
black, yellow = paint("Black", (0.035, 0.035, 0.04), 0.6), paint("Yellow", (0.80, 0.50, 0.10), 0.5)
grey = paint("Grey", (0.45, 0.46, 0.48), 0.5)
# The first prefix that fits decides.
FINISHES = (("Boiler", green), ("Cab", green), ("Pillar", green), ("Bunker", green), ("Band", yellow),
            ("Dome", yellow),
            ("Door knob", yellow), ("Whistle", yellow), ("Lamp", yellow), ("Hub", yellow), ("Wheel", red),
            ("Buffer beam", red), ("Buffer", grey), ("Coupling", grey), ("Piston", grey), ("Crank", grey),
            ("Steam", green), ("Frame", red), ("", black))
for obj in bpy.context.scene.objects:
    obj.data.materials.append(next(material for prefix, material in FINISHES if obj.name.startswith(prefix)))
