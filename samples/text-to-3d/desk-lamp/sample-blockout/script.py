"""A balanced-arm desk lamp from simple solids. One unit is 10 cm, the lamp reaches towards +X."""
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


def sphere(name, location, radius, scale=(1, 1, 1)):
    bpy.ops.mesh.primitive_uv_sphere_add(segments=24, ring_count=12, radius=radius, location=location)
    obj = bpy.context.object
    obj.name, obj.scale = name, scale
    bpy.ops.object.shade_smooth()
    return obj


SHOULDER = Vector((-0.1, 0, 0.95))
ELBOW = Vector((-0.95, 0, 3.10))
WRIST = Vector((1.12, 0, 4.10))
AIM = Vector((0.46, 0, -0.89)).normalized()
ACROSS = Vector((0, 1, 0))

# Base: two discs and a post
cylinder("Base", (-0.1, 0, 0), (-0.1, 0, 0.20), 1.05, 48)
cylinder("Base step", (-0.1, 0, 0.20), (-0.1, 0, 0.34), 0.80, 48)
cylinder("Post", (-0.1, 0, 0.34), SHOULDER, 0.16)

# Joints
for name, at in (("Shoulder", SHOULDER), ("Elbow", ELBOW), ("Wrist", WRIST)):
    cylinder(name, at - ACROSS * 0.26, at + ACROSS * 0.26, 0.17)
    cylinder(name + " knob", at + ACROSS * 0.26, at + ACROSS * 0.42, 0.11, 6)

# Arms: two parallel rods each
for y in (-0.14, 0.14):
    cylinder("Lower rod", SHOULDER + ACROSS * y, ELBOW + ACROSS * y, 0.055, 16)
    cylinder("Upper rod", ELBOW + ACROSS * y, WRIST + ACROSS * y, 0.05, 16)

# Springs, suggested by a stack of thin discs on a core
start = SHOULDER.lerp(ELBOW, 0.14)
end = SHOULDER.lerp(ELBOW, 0.62)
cylinder("Spring bar", end - ACROSS * 0.36, end + ACROSS * 0.36, 0.04, 12)
cylinder("Spring bar", start - ACROSS * 0.36, start + ACROSS * 0.36, 0.04, 12)
for y in (-0.30, 0.30):
    cylinder("Spring core", start + ACROSS * y, end + ACROSS * y, 0.05, 12)
    for i in range(12):
        at = start.lerp(end, (i + 1) / 13) + ACROSS * y
        cylinder("Spring coil", at, at + (end - start).normalized() * 0.04, 0.09, 16)

# Head: cap, socket, a wide cone for the shade and a ball for the bulb
head = WRIST + Vector((0.40, 0, 0.28))
sphere("Cap", head, 0.30)
cylinder("Neck", head, head + AIM * 0.55, 0.30)
cone("Shade", head + AIM * 0.50, head + AIM * 1.35, 0.30, 0.84, 48)
sphere("Bulb", head + AIM * 1.32, 0.30)
cylinder("Bracket", WRIST, head + AIM * 0.25, 0.10, 16)


# --- Materials ---
def paint(name, colour, roughness):
    """A plain material; colour is linear RGB."""
    material = bpy.data.materials.new(name)
    material.use_nodes = True
    shader = next(node for node in material.node_tree.nodes if node.type == "BSDF_PRINCIPLED")
    shader.inputs["Base Color"].default_value = (*colour, 1.0)
    shader.inputs["Roughness"].default_value = roughness
    return material


enamel, steel = paint("Enamel", (0.50, 0.05, 0.04), 0.45), paint("Steel", (0.55, 0.56, 0.58), 0.4)
black, glass = paint("Black", (0.03, 0.03, 0.035), 0.5), paint("Glass", (0.95, 0.88, 0.68), 0.3)
# The first prefix that fits decides.
FINISHES = (("Bulb", glass), ("Base", enamel), ("Shade", enamel), ("Cap", enamel), ("Neck", enamel),
            ("Shoulder", black),
            ("Elbow", black), ("Wrist", black), ("Bracket", black), ("Post", black), ("", steel))
for obj in bpy.context.scene.objects:
    obj.data.materials.append(next(material for prefix, material in FINISHES if obj.name.startswith(prefix)))
