"""A gliding sea turtle from spheres, cones and boxes. It swims towards +X; one unit is 40 cm."""
import math

import bpy
from mathutils import Matrix, Vector

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


SHELL = material("Shell", "#6b4a2f", 0.6)
PLATE = material("Plate", "#a9743f", 0.5)
SKIN = material("Skin", "#6f8f7a", 0.7)
BELLY = material("Belly", "#e6d9b0", 0.8)
BEAK = material("Beak", "#3f3a33", 0.5)
EYE = material("Eye", "#16161a", 0.3)

LENGTH, WIDTH, HEIGHT = 1.20, 0.95, 0.50

# Shell: a flattened ball, and a flat cylinder for the belly
sphere("Shell", (0, 0, 0), 1.0, SHELL, (LENGTH, WIDTH, HEIGHT), 24)
belly = cylinder("Belly", (0, 0, -0.20), (0, 0, 0.02), 0.98, BELLY, 24)
belly.scale = (LENGTH, WIDTH, 1.0)


def plate(x, y, radius, sides):
    """A thin prism that lies on the shell."""
    up = math.sqrt(max(0.0, 1 - (x / LENGTH) ** 2 - (y / WIDTH) ** 2))
    spot = Vector((x, y, HEIGHT * up))
    normal = Vector((x / LENGTH ** 2, y / WIDTH ** 2, max(up, 0.25) / HEIGHT)).normalized()
    cone("Plate", spot - normal * 0.06, spot + normal * 0.045, radius, radius * 0.78, PLATE, sides)


for x in (0.86, 0.44, 0.0, -0.44, -0.86):
    plate(x, 0.0, 0.23, 6)
for side in (-1, 1):
    for x in (0.62, 0.22, -0.22, -0.62):
        plate(x, side * 0.47, 0.22, 6)
for i in range(22):
    angle = 2 * math.pi * (i + 0.5) / 22
    spot = Vector((1.14 * math.cos(angle), 0.90 * math.sin(angle), 0.02))
    cube("Rim plate", spot, (0.20, 0.24, 0.10), PLATE, (0, 0, angle))

# Neck, head, beak and eyes
cylinder("Neck", (1.0, 0, 0.0), (1.50, 0, 0.12), 0.19, SKIN, 16)
sphere("Head", (1.62, 0, 0.15), 0.28, SKIN, (1.15, 0.9, 0.85))
cone("Beak", (1.78, 0, 0.14), (2.06, 0, 0.02), 0.20, 0.02, BEAK, 12)
for side in (-1, 1):
    sphere("Eye", (1.76, side * 0.20, 0.22), 0.06, EYE, segments=10)

# Flippers: long flattened balls, swept back
for side in (-1, 1):
    sphere("Front flipper", (0.55, side * 1.30, 0.02), 0.85, SKIN, (0.28, 1.0, 0.07), 16,
           (math.radians(side * 8), 0, math.radians(side * 32)))
    sphere("Rear flipper", (-1.08, side * 0.68, -0.05), 0.42, SKIN, (0.42, 1.0, 0.13), 16,
           (0, 0, math.radians(side * 52)))
cone("Tail", (-1.0, 0, -0.08), (-1.5, 0, -0.12), 0.12, 0.01, SKIN, 12)

# Pose: the nose a little up, leaning into a turn
pose = Matrix.Rotation(math.radians(-10), 4, "Y") @ Matrix.Rotation(math.radians(-20), 4, "X")
for obj in bpy.data.objects:
    obj.matrix_world = pose @ obj.matrix_basis
