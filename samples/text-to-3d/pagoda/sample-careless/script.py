"""Five-storey pagoda, done in a hurry."""
import bpy
import bmesh
import math

bpy.ops.object.select_all(action='SELECT')
bpy.ops.object.delete(use_global=False)

storeys = 5
base_size = 2.4
wall_height = 0.8


def add_box(name, x, y, z, sx, sy, sz):
    bpy.ops.mesh.primitive_cube_add(size=1, location=(x, y, z))
    ob = bpy.context.active_object
    ob.name = name
    ob.scale = (sx, sy, sz)
    return ob


# Platform and stairs
add_box("Platform", 0, 0, 0.2, 4, 4, 0.4)
for i in range(4):
    add_box("Step_%d" % i, 0, -2.1 - i * 0.2, 0.35 - i * 0.1, 1.2, 0.2, 0.1)

# Storeys
z = 0.4
for i in range(storeys):
    size = base_size - i * 0.3
    add_box("Walls_%d" % i, 0, 0, z + wall_height / 2, size, size, wall_height)

    # Columns
    for x in (-1, 1):
        for y in (-1, 1):
            bpy.ops.mesh.primitive_cylinder_add(vertices=12, radius=0.07, depth=wall_height,
                                                location=(x * size / 2, y * size / 2, z + wall_height / 2))
            bpy.context.active_object.name = "Column"

    # Roof with corners pulled up
    mesh = bpy.data.meshes.new("Roof_%d" % i)
    roof = bpy.data.objects.new("Roof_%d" % i, mesh)
    bpy.context.collection.objects.link(roof)
    bm = bmesh.new()
    bmesh.ops.create_grid(bm, x_segments=8, y_segments=8, size=size * 0.85)
    for v in bm.verts:
        reach = max(abs(v.co.x), abs(v.co.y)) / (size * 0.85)
        corner = abs(v.co.x * v.co.y) / (size * 0.85) ** 2
        v.co.z = 0.5 * (1 - reach) + 0.35 * corner ** 3
    bm.to_mesh(mesh)
    bm.free()
    roof.location = (0, 0, z + wall_height)

    # Bells
    for k in range(4):
        angle = math.pi / 4 + k * math.pi / 2
        bpy.ops.mesh.primitive_cone_add(vertices=12, radius1=0.08, radius2=0.03, depth=0.15,
                                        location=(size * 1.1 * math.cos(angle), size * 1.1 * math.sin(angle),
                                                  z + wall_height))
        bpy.context.active_object.name = "Bell"
    z += wall_height + 0.4

# Spire with rings
bpy.ops.mesh.primitive_cylinder_add(vertices=12, radius=0.05, depth=1.6, location=(0, 0, z + 0.6))
bpy.context.active_object.name = "Spire"
for i in range(9):
    bpy.ops.mesh.primitive_torus_add(major_radius=0.22 - i * 0.015, minor_radius=0.025, location=(0, 0, z + i * 0.13))
    bpy.context.active_object.name = "Ring_%d" % i

# Give every roof some thickness and soft edges
for ob in bpy.context.scene.objects:
    if ob.name.startswith("Roof"):
        bpy.context.view_layer.objects.active = ob
        ob.select_set(True)
        solidify = ob.modifiers.new("Solidify", 'SOLIDIFY')
        solidify.thickness = 0.06
        bpy.ops.mesh.bevel(offset=0.02, segments=2)
        bpy.ops.object.shade_smooth()
