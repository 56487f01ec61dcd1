"""An old stone bridge with three arches from boxes, cylinders and a cone. It runs along X; one unit is 2 m."""
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


STONE = material("Stone", "#b9a888", 0.9)
TRIM = material("Trim", "#d6c8a8", 0.85)
ROAD = material("Road", "#8c8474", 0.95)
ROOF = material("Roof", "#8a4a35", 0.7)

WIDTH = 1.7
ARCHES = ((-2.75, 0.95), (0.0, 1.25), (2.75, 0.95))
SPRING = 0.55


def deck(x):
    return 2.25 - 0.026 * x * x


def beam(name, x0, x1, y, low, high, depth, mat):
    """A box between two x, leaning with the deck."""
    z0, z1 = deck(x0), deck(x1)
    length = math.hypot(x1 - x0, z1 - z0)
    centre = ((x0 + x1) / 2, y, (z0 + z1) / 2 + (low + high) / 2)
    cube(name, centre, (length + 0.02, depth, high - low), mat, (0, -math.atan2(z1 - z0, x1 - x0), 0))


# Walls over the arches: one upright box for every step of the arch
for centre, radius in ARCHES:
    steps = 10
    for i in range(steps):
        x0 = centre - radius * math.cos(math.pi * i / steps)
        x1 = centre - radius * math.cos(math.pi * (i + 1) / steps)
        foot = SPRING + radius * math.sin(math.pi * (i + 0.5) / steps)
        top = deck((x0 + x1) / 2)
        cube("Spandrel", ((x0 + x1) / 2, 0, (foot + top) / 2), (x1 - x0, WIDTH, top - foot), STONE)
    # Wedge-shaped stones, as boxes around the arch
    count = 11
    for i in range(count):
        angle = math.pi * (i + 0.5) / count
        at = Vector((centre + (radius + 0.08) * math.cos(angle), 0, SPRING + (radius + 0.08) * math.sin(angle)))
        cube("Arch stone", at, (0.22, WIDTH + 0.12, 0.92 * math.pi * radius / count), TRIM, (0, -angle, 0))

# Piers with pointed cutwaters, capped by two steps
for side in (-1, 1):
    cube("Pier", (side * 1.525, 0, 1.05), (0.55, WIDTH, 2.1), STONE)
    for y in (-1, 1):
        for name, z0, z1, size in (("Cutwater", 0, 1.15, 0.5), ("Step", 1.15, 1.32, 0.38), ("Step", 1.32, 1.49, 0.26)):
            at = (side * 1.525, y * WIDTH / 2)
            cone(name, (*at, z0), (*at, z1), size, size, TRIM if name == "Step" else STONE, 4)

# Abutments, wider towards the ends
for side in (-1, 1):
    for i in range(4):
        x = side * (3.9 + 0.4 * i)
        cube("Abutment", (x, 0, deck(x) / 2 - 0.01), (0.42, WIDTH + 0.22 * i, deck(x)), STONE)

# Roadway, parapets and coping stones
for i in range(14):
    x0, x1 = -5.3 + 10.6 * i / 14, -5.3 + 10.6 * (i + 1) / 14
    beam("Road", x0, x1, 0, -0.06, 0.02, WIDTH - 0.1, ROAD)
    for y in (-1, 1):
        beam("Parapet", x0, x1, y * (WIDTH / 2 - 0.09), 0.0, 0.38, 0.16, STONE)
        beam("Coping", x0 + 0.02, x1 - 0.02, y * (WIDTH / 2 - 0.09), 0.38, 0.48, 0.26, TRIM)

# Round tower with a conical roof over one pier
at = (1.525, WIDTH / 2 + 0.20)
cylinder("Tower", (*at, 1.1), (*at, 3.5), 0.44, STONE, 24)
cylinder("Cornice", (*at, 3.42), (*at, 3.55), 0.52, TRIM, 24)
cone("Tower roof", (*at, 3.55), (*at, 4.6), 0.60, 0.0, ROOF, 24)
for z in (2.2, 3.0):
    cube("Window", (1.525, WIDTH / 2 + 0.62, z), (0.12, 0.10, 0.34), ROAD)
