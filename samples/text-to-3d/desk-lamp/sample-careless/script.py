"""Balanced-arm desk lamp, done in a hurry."""
import bpy
import bmesh
import math
from mathutils import Vector

bpy.ops.object.select_all(action='SELECT')
bpy.ops.object.delete(use_global=False)

base_radius = 1.0
arm_radius = 0.05
joint_a = Vector((0, 0, 0.5))
joint_b = Vector((-0.8, 0, 2.6))
joint_c = Vector((1.2, 0, 3.6))


def cylinder_between(name, start, end, radius):
    axis = end - start
    bpy.ops.mesh.primitive_cylinder_add(vertices=16, radius=radius, depth=axis.length, location=(start + end) / 2)
    ob = bpy.context.active_object
    ob.name = name
    ob.rotation_euler = axis.to_track_quat('Z', 'Y').to_euler()
    return ob


# Base
bpy.ops.mesh.primitive_cylinder_add(vertices=48, radius=base_radius, depth=0.2, location=(0, 0, 0.1))
bpy.context.active_object.name = "Base"
cylinder_between("Post", Vector((0, 0, 0.2)), joint_a, 0.12)

# Arms
for y in (-0.12, 0.12):
    offset = Vector((0, y, 0))
    cylinder_between("Lower_rod", joint_a + offset, joint_b + offset, arm_radius)
    cylinder_between("Upper_rod", joint_b + offset, joint_c + offset, arm_radius)

# Joints
for joint in (joint_a, joint_b, joint_c):
    bpy.ops.mesh.primitive_uv_sphere_add(segments=24, ring_count=12, radius=0.18, location=joint)
    bpy.context.active_object.name = "Joint"

# Springs along the lower arm
for y in (-0.25, 0.25):
    curve = bpy.data.curves.new("Spring", 'CURVE')
    curve.dimensions = '3D'
    curve.bevel_depth = 0.02
    spline = curve.splines.new('POLY')
    turns, steps = 16, 12
    spline.points.add(turns * steps)
    for i, point in enumerate(spline.points):
        t = i / (turns * steps)
        angle = 2 * math.pi * turns * t
        centre = joint_a.lerp(joint_b, 0.1 + 0.5 * t)
        point.co = (centre.x + 0.08 * math.cos(angle), y + 0.08 * math.sin(angle), centre.z, 1)
    bpy.context.collection.objects.link(bpy.data.objects.new("Spring", curve))

# Shade: a cone with its wide end open
bm = bmesh.new()
bmesh.ops.create_cone(bm, cap_ends=True, segments=48, radius1=0.8, radius2=0.25, depth=0.9)
bm.faces.remove(bm.faces[-1])
bmesh.ops.bevel(bm, geom=bm.edges[:], offset=0.02, segments=2, affect='EDGES')
shade_mesh = bpy.data.meshes.new("Shade")
bm.to_mesh(shade_mesh)
bm.free()
shade = bpy.data.objects.new("Shade", shade_mesh)
shade.location = joint_c + Vector((0.2, 0, -0.5))
shade.rotation_euler = (0, math.radians(-25), 0)
bpy.context.collection.objects.link(shade)

# Bulb
bpy.ops.mesh.primitive_uv_sphere_add(segments=24, ring_count=12, radius=0.28,
                                     location=joint_c + Vector((0.3, 0, -0.9)))
bpy.context.active_object.name = "Bulb"
