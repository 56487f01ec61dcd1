"""Half a nautilus shell from boxes along a logarithmic spiral. One unit is 6 cm; the cut looks at the viewer."""
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


SHELL = material("Shell", "#d9b48a", 0.5)
PEARL = material("Mother of pearl", "#f3e8e0", 0.3)
TUBE = material("Siphon", "#b07a55", 0.6)
WOOD = material("Wood", "#5b3a26", 0.6)

RADIUS, GROWTH = 1.6, 2.9                          # at the mouth, and per turn
MOUTH = math.radians(20)
TURNS, STEPS = 3, 20


def outer(turn):
    """Distance of the outer wall from the middle; turn is 0 at the mouth and counts backwards."""
    return RADIUS * GROWTH ** -turn


def at(turn, share, y=0.0):
    """A point between the inner (0) and the outer wall (1)."""
    radius = outer(turn) * (1 / GROWTH + (1 - 1 / GROWTH) * share)
    angle = MOUTH - 2 * math.pi * turn
    return Vector((radius * math.cos(angle), y, radius * math.sin(angle)))


def wall(name, a, b, thickness, near, far, mat):
    """A box from a to b in the plane of the spiral, reaching from near to far behind the cut."""
    along = b - a
    angle = -math.atan2(along.z, along.x)
    middle = (a + b) / 2 + Vector((0, (near + far) / 2, 0))
    cube(name, middle, (along.length * 1.06, far - near, thickness), mat, (0, angle, 0))


# Outer wall, and a back for every piece of it
for i in range(TURNS * STEPS):
    t0, t1 = i / STEPS, (i + 1) / STEPS
    size = outer((t0 + t1) / 2)
    wall("Wall", at(t0, 1.0), at(t1, 1.0), 0.07 * size, 0.0, 0.36 * size, SHELL)
    if i < 2.6 * STEPS:
        middle = at((t0 + t1) / 2, 0.5, 0.34 * size)
        angle = -(MOUTH - 2 * math.pi * (t0 + t1) / 2)
        cube("Back", middle, (0.68 * size, 0.05 * size, 0.30 * size), PEARL, (0, angle, 0))

# Thirty chamber walls, each a box that is a little tilted, and the tube through their middles
joints = []
for i in range(30):
    turn = 0.34 + 0.057 * i
    size = outer(turn)
    wall("Chamber wall", at(turn + 0.015, 0.0), at(turn, 0.97), 0.025 * size, 0.0, 0.33 * size, PEARL)
    joints.append(at(turn + 0.008, 0.5))
for a, b in zip(joints, joints[1:]):
    cylinder("Tube", a, b, 0.03 * a.length, TUBE, 6)

sphere("Heart", (0, 0.02, 0), 0.10, PEARL, segments=12)

# Stand
cylinder("Base", (0.1, 0.2, -1.50), (0.1, 0.2, -1.34), 0.62, WOOD, 32)
cone("Foot", (0.1, 0.2, -1.34), (0.1, 0.2, -1.16), 0.30, 0.16, WOOD)

# The cut is modelled towards -Y; turn it so that it looks at the viewer, and stand it on the ground
pose = Matrix.Rotation(math.radians(150), 4, "Z") @ Matrix.Translation((-0.2, -0.2, 1.50))
for obj in bpy.data.objects:
    obj.matrix_world = pose @ obj.matrix_basis
