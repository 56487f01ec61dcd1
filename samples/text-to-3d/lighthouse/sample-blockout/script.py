"""A lighthouse on a rock from simple solids. The door looks towards -Y."""
import math

import bpy
from mathutils import Vector

bpy.ops.object.select_all(action="SELECT")
bpy.ops.object.delete()


def paint(name, colour, roughness):
    """A plain material; colour is linear RGB."""
    material = bpy.data.materials.new(name)
    material.use_nodes = True
    shader = next(node for node in material.node_tree.nodes if node.type == "BSDF_PRINCIPLED")
    shader.inputs["Base Color"].default_value = (*colour, 1.0)
    shader.inputs["Roughness"].default_value = roughness
    return material


def finish(name, material, round_=False):
    """Name, colour and shading of the primitive that was just added."""
    obj = bpy.context.object
    obj.name = name
    obj.data.materials.append(material)
    if round_:
        bpy.ops.object.shade_smooth()
        obj.modifiers.new("Crisp edges", "EDGE_SPLIT").split_angle = math.radians(40)
    return obj


def cube(name, location, size, material, rotation=(0, 0, 0)):
    """A box given its centre and full size."""
    bpy.ops.mesh.primitive_cube_add(size=1, location=location, rotation=rotation)
    bpy.context.object.scale = size
    return finish(name, material)


def cone(name, start, end, radius1, radius2, material, sides=24):
    """A cone, or a cylinder when both radii agree, between two points."""
    start, end = Vector(start), Vector(end)
    axis = end - start
    bpy.ops.mesh.primitive_cone_add(vertices=sides, radius1=radius1, radius2=radius2, depth=axis.length,
                                    location=(start + end) / 2, rotation=axis.to_track_quat("Z", "Y").to_euler())
    return finish(name, material, round_=sides > 7)


def cylinder(name, start, end, radius, material, sides=24):
    return cone(name, start, end, radius, radius, material, sides)


def sphere(name, location, radius, material, scale=(1, 1, 1), segments=20):
    bpy.ops.mesh.primitive_uv_sphere_add(segments=segments, ring_count=segments // 2, radius=radius,
                                         location=location)
    bpy.context.object.scale = scale
    return finish(name, material, round_=True)


white, red = paint("White", (0.80, 0.79, 0.75), 0.6), paint("Red", (0.50, 0.05, 0.04), 0.5)
rock, stone = paint("Rock", (0.20, 0.18, 0.16), 0.95), paint("Stone", (0.42, 0.40, 0.37), 0.85)
iron, slate = paint("Iron", (0.05, 0.06, 0.07), 0.5), paint("Slate", (0.10, 0.12, 0.15), 0.75)
lamp, dark = paint("Lamp", (0.95, 0.72, 0.25), 0.3), paint("Dark", (0.04, 0.06, 0.08), 0.3)
GROUND, DECK = 1.1, 6.2


def tower_radius(z):
    return 1.15 - 0.43 * (z - GROUND) / (DECK - GROUND)


# Rock: a low cone with seven sides, and boulders around it
cone("Rock", (0.5, 0, 0), (0.5, 0, GROUND), 3.0, 2.5, rock, sides=7)
for x, y, r in ((-2.2, -1.0, 0.7), (-1.4, 1.9, 0.8), (1.6, 2.2, 0.75), (3.1, 0.5, 0.7), (1.9, -2.2, 0.75),
                (-0.9, -2.4, 0.55)):
    bpy.ops.mesh.primitive_ico_sphere_add(subdivisions=1, radius=r, location=(x, y, 0.36), rotation=(x, y, r))
    finish("Boulder", rock)

# Tower, bands, door and windows
cone("Tower", (0, 0, GROUND - 0.1), (0, 0, DECK), tower_radius(GROUND), tower_radius(DECK), white, 32)
for z in (2.5, 3.8, 5.1):
    cylinder("Band", (0, 0, z - 0.12), (0, 0, z + 0.12), tower_radius(z) + 0.07, red, 32)
cube("Door", (0, -1.08, GROUND + 0.55), (0.5, 0.3, 0.9), slate)
cube("Door frame", (0, -1.05, GROUND + 0.60), (0.68, 0.3, 1.06), stone)
for i in range(3):
    cube("Step", (0, -1.2 - 0.18 * i, GROUND + 0.05 - 0.1 * i), (0.9, 0.5, 0.16), stone)
for degrees, z in ((-40, 3.1), (50, 3.3), (140, 4.3), (230, 4.5), (-45, 5.5)):
    a = math.radians(degrees)
    out = Vector((math.cos(a), math.sin(a), 0))
    cube("Window", out * tower_radius(z) + Vector((0, 0, z)), (0.16, 0.24, 0.42), dark, (0, 0, a))

# Gallery on brackets, with a railing
cylinder("Deck", (0, 0, DECK), (0, 0, DECK + 0.12), 1.2, stone, 32)
for i in range(10):
    a = 2 * math.pi * i / 10
    out = Vector((math.cos(a), math.sin(a), 0))
    cube("Bracket", out * 0.9 + Vector((0, 0, DECK - 0.12)), (0.5, 0.1, 0.26), stone, (0, 0, a))
    cylinder("Post", out * 1.12 + Vector((0, 0, DECK)), out * 1.12 + Vector((0, 0, DECK + 0.6)), 0.03, iron, 6)
bpy.ops.mesh.primitive_torus_add(major_segments=32, minor_segments=6, major_radius=1.12, minor_radius=0.035,
                                 location=(0, 0, DECK + 0.6))
finish("Rail", iron, round_=True)

# Lantern room: bars around the lamp, a dome, a ball and a vane
cylinder("Lantern wall", (0, 0, DECK), (0, 0, DECK + 0.42), 0.66, white, 32)
for i in range(8):
    a = 2 * math.pi * i / 8
    out = Vector((math.cos(a), math.sin(a), 0)) * 0.60
    cylinder("Bar", out + Vector((0, 0, DECK + 0.4)), out + Vector((0, 0, DECK + 1.4)), 0.03, iron, 6)
cylinder("Lamp foot", (0, 0, DECK + 0.4), (0, 0, DECK + 0.65), 0.12, iron, 12)
sphere("Lamp", (0, 0, DECK + 0.85), 0.27, lamp, segments=16)
cylinder("Eaves", (0, 0, DECK + 1.38), (0, 0, DECK + 1.5), 0.76, red, 32)
for low, high, radius1, radius2 in ((1.5, 1.78, 0.70, 0.61), (1.78, 1.98, 0.61, 0.38), (1.98, 2.08, 0.38, 0.05)):
    cone("Dome", (0, 0, DECK + low), (0, 0, DECK + high), radius1, radius2, red, 32)
sphere("Ball", (0, 0, DECK + 2.12), 0.13, iron, segments=12)
cylinder("Mast", (0, 0, DECK + 2.1), (0, 0, DECK + 2.8), 0.025, iron, 6)
cube("Vane", (0.06, 0, DECK + 2.66), (0.6, 0.03, 0.09), iron)
cone("Vane tip", (0.30, 0, DECK + 2.66), (0.52, 0, DECK + 2.66), 0.11, 0.0, iron, 6)

# Keeper's house: a box, a prism for the roof, a chimney
cube("House", (1.65, 0, GROUND + 0.4), (1.7, 1.4, 1.0), white)
bpy.ops.mesh.primitive_cylinder_add(vertices=3, radius=1.0, depth=1.95, location=(1.68, 0, GROUND + 1.15),
                                    rotation=(math.pi / 2, 0, math.pi / 2))
bpy.context.object.scale = (1.0, 0.5, 1.0)
finish("Roof", slate)
cube("Chimney", (2.15, 0, GROUND + 1.65), (0.3, 0.3, 0.8), stone)
cube("Chimney cap", (2.15, 0, GROUND + 2.05), (0.4, 0.4, 0.08), stone)
cube("House door", (1.45, -0.70, GROUND + 0.32), (0.34, 0.08, 0.68), slate)
cube("House window", (2.05, -0.70, GROUND + 0.45), (0.34, 0.08, 0.34), dark)
cube("House window", (2.50, 0.0, GROUND + 0.45), (0.08, 0.40, 0.34), dark)
