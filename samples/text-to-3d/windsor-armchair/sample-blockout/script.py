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


def cone(name, start, end, radius1, radius2, sides=32):
    """A cone, or a cylinder when both radii agree, between two points."""
    start, end = Vector(start), Vector(end)
    axis = end - start
    bpy.ops.mesh.primitive_cone_add(vertices=sides, radius1=radius1, radius2=radius2, depth=axis.length,
                                    location=(start + end) / 2, rotation=axis.to_track_quat("Z", "Y").to_euler())
    bpy.context.object.name = name
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

# Back: two posts, a crest rail and seven spindles, leaning backwards
lean = Vector((0, -0.16, 0.62))
for side in (-1, 1):
    foot = Vector((side * 0.235, -0.19, SEAT_TOP - 0.02))
    cylinder("Back post", foot, foot + lean, 0.016, 16)
crest = Vector((0, -0.19, SEAT_TOP - 0.02)) + lean
cube("Crest rail", crest, (0.56, 0.03, 0.075), (math.radians(14.5), 0, 0))
for i in range(7):
    foot = Vector((-0.168 + 0.056 * i, -0.19, SEAT_TOP - 0.02))
    cylinder("Spindle", foot, foot + lean, 0.009, 12)

# Arms: flat rails on two spindles and a post each, joined behind the spindles
for side in (-1, 1):
    cube("Arm", (side * 0.262, -0.045, RAIL_TOP - 0.012), (0.07, 0.43, 0.024))
    cylinder("Arm post", (side * 0.245, 0.11, SEAT_TOP - 0.02), (side * 0.265, 0.12, RAIL_TOP - 0.01), 0.016, 16)
    for y in (-0.08, 0.01):
        cylinder("Arm spindle", (side * 0.245, y, SEAT_TOP - 0.02), (side * 0.265, y, RAIL_TOP - 0.01), 0.009, 12)
cube("Back rail", (0, -0.262, RAIL_TOP), (0.60, 0.06, 0.024))
