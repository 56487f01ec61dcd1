"""Five toadstools on a mound from cones, cylinders and spheres. One unit is 10 cm."""
import math

import bpy
from mathutils import Vector

bpy.ops.object.select_all(action="SELECT")
bpy.ops.object.delete()


def material(name, colour, roughness=0.7, metallic=0.0):
    """A plain surface; the colour is written the way it looks on a screen, as in CSS."""
    channels = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    mat = bpy.data.materials.new(name)
    mat.use_nodes = True
    shader = next(node for node in mat.node_tree.nodes if node.type == "BSDF_PRINCIPLED")
    shader.inputs["Base Color"].default_value = (*linear, 1.0)
    shader.inputs["Roughness"].default_value = roughness
    shader.inputs["Metallic"].default_value = metallic
    return mat


def finish(name, mat, smooth=False):
    """Name, colour and shade the primitive that was just added."""
    obj = bpy.context.object
    obj.name = name
    obj.data.materials.append(mat)
    if smooth:
        bpy.ops.object.shade_smooth()
    return obj


def cube(name, location, size, mat, rotation=(0, 0, 0)):
    """A box given its centre and full size."""
    bpy.ops.mesh.primitive_cube_add(size=1, location=location, rotation=rotation)
    bpy.context.object.scale = size
    return finish(name, mat)


def cone(name, start, end, radius1, radius2, mat, sides=24):
    """A cone, or a cylinder when both radii agree, between two points."""
    start, end = Vector(start), Vector(end)
    axis = end - start
    bpy.ops.mesh.primitive_cone_add(vertices=sides, radius1=radius1, radius2=radius2, depth=axis.length,
                                    location=(start + end) / 2, rotation=axis.to_track_quat("Z", "Y").to_euler())
    return finish(name, mat)


def cylinder(name, start, end, radius, mat, sides=24):
    return cone(name, start, end, radius, radius, mat, sides)


def sphere(name, location, radius, mat, scale=(1, 1, 1), segments=16, rotation=(0, 0, 0)):
    bpy.ops.mesh.primitive_uv_sphere_add(segments=segments, ring_count=segments // 2, radius=radius,
                                         location=location, rotation=rotation)
    bpy.context.object.scale = scale
    return finish(name, mat, smooth=True)


MOSS = material("Moss", "#6f8f45", 0.95)
STEM = material("Stem", "#efe6d2", 0.8)
CAP = material("Cap", "#c8402f", 0.5)
WART = material("Wart", "#f7efdc", 0.8)
GILL = material("Gill", "#e4d5b4", 0.85)
GRASS = material("Grass", "#8fb457", 0.8)

sphere("Mound", (0, 0, 0), 1.5, MOSS, (1, 1, 0.3), 24)


def toadstool(x, y, lean, height, radius, cap_radius):
    """A leaning stem with a swollen foot, a flat ring, a half-round cap and thin plates for gills."""
    foot = Vector((x, y, 0.25))
    top = foot + Vector((lean[0], lean[1], height))
    axis = (top - foot).normalized()
    turn = axis.to_track_quat("Z", "Y")
    cone("Stem", foot, top, radius * 1.2, radius * 0.8, STEM, 16)
    sphere("Foot", foot, radius * 1.6, STEM, (1, 1, 0.9), 12)
    cone("Ring", foot.lerp(top, 0.70), foot.lerp(top, 0.76), radius * 2.0, radius * 0.9, STEM, 16)
    cone("Cap", top - axis * cap_radius * 0.05, top + axis * cap_radius * 0.25, cap_radius, cap_radius * 0.86, CAP, 24)
    sphere("Dome", top + axis * cap_radius * 0.22, cap_radius * 0.88, CAP, (1, 1, 0.55), 16, turn.to_euler())
    for i in range(10):
        angle = 2 * math.pi * i / 10
        across = turn @ Vector((math.cos(angle), math.sin(angle), 0))
        middle = top + across * cap_radius * 0.5 - axis * cap_radius * 0.08
        plate = across.to_track_quat("X", "Z").to_euler()
        cube("Gill", middle, (cap_radius * 0.85, 0.02, cap_radius * 0.12), GILL, plate)
    return top, axis, turn


top, axis, turn = toadstool(-0.1, 0.0, (-0.10, -0.05), 1.75, 0.20, 1.0)
for i in range(9):
    angle, out = 2.4 * i, 0.75 * math.sqrt((i + 0.3) / 9)
    lift = 0.22 + 0.49 * math.sqrt(1 - (out / 0.88) ** 2)
    spot = top + turn @ Vector((math.cos(angle) * out, math.sin(angle) * out, lift))
    sphere("Wart", spot, 0.10, WART, (1, 1, 0.6), 8)

toadstool(0.75, 0.35, (0.30, 0.15), 1.05, 0.14, 0.55)
toadstool(0.15, -0.75, (0.10, -0.35), 0.85, 0.13, 0.48)
toadstool(-0.80, 0.55, (-0.30, 0.20), 0.70, 0.11, 0.40)

# The youngest is still an egg
cylinder("Young stem", (0.75, -0.50, 0.1), (0.80, -0.53, 0.55), 0.12, STEM, 16)
sphere("Button", (0.81, -0.54, 0.62), 0.22, CAP, (1, 1, 1.25), 16)

# Grass blades
for i in range(9):
    angle = 2 * math.pi * i / 9 + 0.3
    root = Vector((1.05 * math.cos(angle), 1.05 * math.sin(angle), 0.2))
    cone("Blade", root, root + Vector((0.12 * math.cos(angle * 3), 0.12 * math.sin(angle * 3), 0.75)), 0.04, 0.0,
         GRASS, 4)
