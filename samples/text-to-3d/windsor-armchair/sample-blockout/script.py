"""A Windsor armchair from boxes and cylinders. Front is +Y, units are metres."""
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


SEAT_TOP = 0.45
RAIL_TOP = 0.70

# Seat
cube("Seat", (0, 0, SEAT_TOP - 0.0225), (0.54, 0.46, 0.045))

# Legs and H stretcher
feet, tops = {}, {}
for side in (-1, 1):
    for end in (-1, 1):
        feet[side, end] = Vector((side * 0.26, end * 0.22, 0))
        tops[side, end] = Vector((side * 0.19, end * 0.16, SEAT_TOP - 0.03))
        cone("Leg", feet[side, end], tops[side, end], 0.016, 0.024, 16)

middles = []
for side in (-1, 1):
    front = feet[side, 1].lerp(tops[side, 1], 0.4)
    back = feet[side, -1].lerp(tops[side, -1], 0.4)
    cylinder("Side stretcher", front, back, 0.012, 16)
    middles.append(front.lerp(back, 0.5))
cylinder("Cross stretcher", middles[0], middles[1], 0.012, 16)

# Back: a hoop of straight pieces in a plane that leans backwards, and seven spindles that fan out in it
def on_back(x, height):
    return Vector((x, -0.19 - 0.26 * height, SEAT_TOP - 0.02 + height))


def hoop(angle):
    return on_back(0.245 * math.cos(angle), 0.64 * math.sin(angle) ** 0.75)


for i in range(16):
    start, end = hoop(math.pi * i / 16), hoop(math.pi * (i + 1) / 16)
    over = (end - start).normalized() * 0.003
    cylinder("Hoop", start - over, end + over, 0.016, 12)
for i in range(-3, 4):
    cylinder("Spindle", on_back(0.045 * i, 0.0), hoop(math.acos(0.062 * i / 0.245)), 0.009, 12)

# Arms: flat rails on two spindles and a post each, joined behind the spindles
for side in (-1, 1):
    cube("Arm", (side * 0.262, -0.045, RAIL_TOP - 0.012), (0.07, 0.43, 0.024))
    cylinder("Arm post", (side * 0.245, 0.11, SEAT_TOP - 0.02), (side * 0.265, 0.12, RAIL_TOP - 0.01), 0.016, 16)
    for y in (-0.08, 0.01):
        cylinder("Arm spindle", (side * 0.245, y, SEAT_TOP - 0.02), (side * 0.265, y, RAIL_TOP - 0.01), 0.009, 12)
cube("Back rail", (0, -0.262, RAIL_TOP), (0.60, 0.06, 0.024))


# --- Materials ---
def paint(name, colour, roughness):
    """A plain material; colour is linear RGB."""
    material = bpy.data.materials.new(name)
    material.use_nodes = True
    shader = next(node for node in material.node_tree.nodes if node.type == "BSDF_PRINCIPLED")
    shader.inputs["Base Color"].default_value = (*colour, 1.0)
    shader.inputs["Roughness"].default_value = roughness
    return material


seat, wood = paint("Seat", (0.42, 0.22, 0.09), 0.55), paint("Wood", (0.28, 0.12, 0.045), 0.55)
FINISHES = (("Seat", seat), ("", wood))
for obj in bpy.context.scene.objects:
    obj.data.materials.append(next(material for prefix, material in FINISHES if obj.name.startswith(prefix)))
