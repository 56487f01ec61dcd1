"""A five-storey pagoda from boxes, cylinders and four-sided cones. The stairs face +Y; one unit is 4 m."""
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


STONE = material("Stone", "#b4aea2", 0.9)
WALL = material("Plaster", "#efe6d3", 0.85)
WOOD = material("Red wood", "#a8392c", 0.6)
TILE = material("Tiles", "#4c5a5c", 0.7)
GOLD = material("Gold", "#d6a842", 0.35, 0.2)

# Platform and stairs
cube("Platform", (0, 0, 0.14), (4.3, 4.3, 0.28), STONE)
cube("Upper platform", (0, 0, 0.38), (3.7, 3.7, 0.24), STONE)
for i in range(4):
    cube("Step", (0, 2.0 + 0.14 * (3 - i), 0.0625 + 0.0625 * i), (1.0, 0.30, 0.125 * (i + 1)), STONE)

floor = 0.50
for storey in range(5):
    half, tall = 1.15 - 0.135 * storey, (1.25, 0.95, 0.90, 0.84, 0.78)[storey]
    eave = half + 0.76 - 0.05 * storey
    cube("Walls", (0, 0, floor + tall / 2), (2 * half - 0.1, 2 * half - 0.1, tall), WALL)
    for x in (-half, half):
        for y in (-half, half):
            cylinder("Column", (x, y, floor), (x, y, floor + tall), 0.06, WOOD, 6)
    for i in range(4):
        angle = math.pi / 2 * i
        out, side = Vector((math.cos(angle), math.sin(angle), 0)), Vector((-math.sin(angle), math.cos(angle), 0))
        for across in (-0.52, 0.52) if storey or i != 1 else (-0.7, 0.7):
            at = out * (half - 0.03) + side * across * half + Vector((0, 0, floor + tall * 0.5))
            cube("Window", at, (0.06, 0.55 * half, tall * 0.5), WOOD, (0, 0, angle))
        if storey:
            rail = half + 0.20
            for z in (0.10, 0.20):
                cube("Rail", out * rail + Vector((0, 0, floor + z)), (0.03, 2 * rail, 0.03), WOOD, (0, 0, angle))
            for k in (-1, -0.33, 0.33):
                at = out * rail + side * rail * k + Vector((0, 0, floor + 0.11))
                cube("Post", at, (0.05, 0.05, 0.24), WOOD)
    if storey == 0:
        cube("Door", (0, half - 0.02, floor + 0.45), (0.6, 0.08, 0.9), WOOD)

    # Roof: a flat four-sided cone, with horns and bells at the corners
    top = floor + tall
    cone("Eaves", (0, 0, top - 0.02), (0, 0, top + 0.10), eave * 1.414, eave * 1.36, TILE, 4)
    cone("Roof", (0, 0, top + 0.10), (0, 0, top + 0.48), eave * 1.36, (half + 0.05) * 1.36, TILE, 4)
    for i in range(4):
        angle = math.pi / 4 + math.pi / 2 * i
        out = Vector((math.cos(angle), math.sin(angle), 0))
        corner = out * eave * 1.414 + Vector((0, 0, top))
        cone("Horn", corner - out * 0.35 + Vector((0, 0, 0.10)), corner + Vector((0, 0, 0.34)), 0.09, 0.01, TILE, 5)
        cone("Bell", corner - out * 0.10 + Vector((0, 0, -0.24)), corner - out * 0.10 + Vector((0, 0, 0.0)), 0.07, 0.03,
             GOLD, 8)
    floor = top + 0.46
for name in ("Eaves", "Roof"):
    for obj in bpy.data.objects:
        if obj.name.startswith(name):
            obj.rotation_euler = (0, 0, math.pi / 4)

# The last roof closes to a point; above it the spire with nine rings and a jewel
cone("Top", (0, 0, floor - 0.05), (0, 0, floor + 0.30), 0.85, 0.12, TILE, 4).rotation_euler = (0, 0, math.pi / 4)
cylinder("Spire", (0, 0, floor + 0.2), (0, 0, floor + 2.0), 0.035, GOLD, 8)
for i in range(9):
    cylinder("Ring", (0, 0, floor + 0.50 + 0.13 * i), (0, 0, floor + 0.55 + 0.13 * i), 0.20 - 0.012 * i, GOLD, 12)
sphere("Jewel", (0, 0, floor + 2.0), 0.11, GOLD, (1, 1, 1.3), 12)
