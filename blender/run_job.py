"""Runs one modelling script inside headless Blender and streams the object out as GLBs.

    blender -b --factory-startup ... -P run_job.py -- SCRIPT SCRATCH OPTIONS_JSON

Works with Blender 3.4 to 5.x. Events go to JOB_REPORT_FD as JSON lines (`started`, `exporting`,
`rendering`, `finished`). The object without materials, as the paper shows it, goes to JOB_GLB_FD;
when it has materials, it goes once more with them to JOB_RENDERED_GLB_FD, and the first stands
whatever becomes of the second. The script shares this interpreter and can forge everything but
`started`, which is written before it runs: the host believes nothing else, and gates the GLBs.
"""

import json
import linecache
import os
import random
import resource
import sys
import time
import traceback
import types

import bpy

REPORT_FD = int(os.environ["JOB_REPORT_FD"])
GLB_FD = int(os.environ["JOB_GLB_FD"])
RENDERED_GLB_FD = int(os.environ["JOB_RENDERED_GLB_FD"])

# The name that tracebacks show: a repairing model sees its own file, not our paths.
SCRIPT_NAME = "model_script.py"
# More than the host stores, so that its head-and-tail cut is the one that shows.
ERROR_TEXT_LIMIT = 20_000
MESH_LIKE = {"MESH", "CURVE", "SURFACE", "META", "FONT", "CURVES"}


class Failure(Exception):
    """A job that ends with a status other than ok."""

    def __init__(self, status, error):
        super().__init__(status)
        self.status = status
        self.error = error


def write_all(fd, data):
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


def report(event):
    write_all(REPORT_FD, (json.dumps(event) + "\n").encode("utf-8"))


def cut(text):
    if len(text) <= ERROR_TEXT_LIMIT:
        return text
    half = ERROR_TEXT_LIMIT // 2
    return text[:half] + "\n[...]\n" + text[-half:]


def describe(error, trace):
    """The error as plain values. Its __str__ belongs to the script and may itself raise."""
    try:
        message = str(error)
    except BaseException:
        message = "(an error whose message cannot be printed)"
    lines = [frame.lineno for frame in traceback.extract_tb(trace) if frame.filename == SCRIPT_NAME]
    line = lines[-1] if lines else getattr(error, "lineno", None)
    try:
        text = "".join(traceback.format_exception(type(error), error, trace))
    except BaseException:
        text = type(error).__name__ + ": " + message
    return {
        "type": type(error).__name__,
        "message": cut(message),
        "line": line if isinstance(line, int) else None,
        "traceback": cut(text),
    }


def empty_scene():
    """Removes the factory scene's objects but keeps its World, which scripts expect to find."""
    for collection in (
        bpy.data.objects,
        bpy.data.meshes,
        bpy.data.materials,
        bpy.data.cameras,
        bpy.data.lights,
    ):
        for block in list(collection):
            collection.remove(block)


def seed_randomness():
    """A script without a seed of its own gives the same object each time."""
    random.seed(0)
    try:
        import numpy

        numpy.random.seed(0)
    except ImportError:
        pass
    import mathutils

    # 0 would mean the clock.
    mathutils.noise.seed_set(1)


def compile_script(path):
    with open(path, encoding="utf-8-sig") as file:
        source = file.read()
    linecache.cache[SCRIPT_NAME] = (len(source), None, source.splitlines(True), SCRIPT_NAME)
    try:
        return compile(source, SCRIPT_NAME, "exec")
    except BaseException as error:
        raise Failure("parse_error", describe(error, None))


def run_script(code):
    """Runs the script as __main__. A clean sys.exit is an end like any other."""
    module = types.ModuleType("__main__")
    module.__file__ = SCRIPT_NAME
    sys.modules["__main__"] = module
    sys.argv = [SCRIPT_NAME]
    try:
        exec(code, module.__dict__)
    except BaseException as error:
        if isinstance(error, SystemExit) and error.code in (None, 0):
            return
        raise Failure("exec_error", describe(error, error.__traceback__.tb_next))


def leave_edit_mode():
    """What was changed in edit mode reaches the mesh only when the mode is left."""
    active = bpy.context.view_layer.objects.active
    if active is not None and active.mode != "OBJECT":
        bpy.ops.object.mode_set(mode="OBJECT")
    bpy.context.view_layer.update()


def triangles_of(obj):
    """Triangles of one evaluated object: an n-gon with n corners gives n - 2."""
    if obj.type == "MESH":
        return len(obj.data.loops) - 2 * len(obj.data.polygons)
    mesh = obj.to_mesh()
    if mesh is None:
        return 0
    count = len(mesh.loops) - 2 * len(mesh.polygons)
    obj.to_mesh_clear()
    return count


def has_material(obj):
    """Whether any face of an evaluated object that has faces is of a material."""
    slots = [slot.material is not None for slot in obj.material_slots]
    if obj.type != "MESH":
        return any(slots)
    slots = slots or [material is not None for material in obj.data.materials]
    if not any(slots) or all(slots):
        return any(slots)
    # Blender takes the last slot for an index beyond it.
    return any(slots[min(face.material_index, len(slots) - 1)] for face in obj.data.polygons)


def survey(limit):
    """Triangles of everything that the export will see, modifiers applied, and whether any of it has
    a material; stops above the limit."""
    total, materials = 0, False
    for instance in bpy.context.evaluated_depsgraph_get().object_instances:
        obj = instance.object
        if obj.type in MESH_LIKE and instance.show_self and not obj.original.hide_render:
            triangles = triangles_of(obj)
            total += triangles
            if total > limit:
                break
            materials = materials or (triangles > 0 and has_material(obj))
    return total, materials


def export(path, materials):
    wanted = {
        "filepath": path,
        # Its list is made at run time since 4.x, with no default.
        "export_format": "GLB",
        "export_apply": True,
        "export_yup": True,
        "use_visible": True,
        "use_renderable": True,
        "use_active_scene": True,
        "export_materials": materials,
        "export_image_format": "AUTO",
        "export_normals": True,
        "export_texcoords": materials == "EXPORT",
        "export_colors": materials == "EXPORT",
        "export_tangents": False,
        "export_attributes": False,
        "export_extras": False,
        "export_cameras": False,
        "export_lights": False,
        "export_animations": False,
        "export_skins": False,
        "export_morph": False,
        "export_draco_mesh_compression_enable": False,
    }
    if materials == "NONE":
        wanted["export_vertex_color"] = "NONE"
    known = bpy.ops.export_scene.gltf.get_rna_type().properties.keys()
    outcome = bpy.ops.export_scene.gltf(**{k: v for k, v in wanted.items() if k in known})
    if "FINISHED" not in outcome:
        raise RuntimeError("The glTF exporter ended with " + ", ".join(outcome))


def export_clay(path, limit):
    """Exports without materials. Says whether there are any to export."""
    try:
        leave_edit_mode()
        triangles, materials = survey(limit)
        if triangles == 0:
            raise Failure("no_mesh", None)
        if triangles > limit:
            message = "The object has more than %d triangles." % limit
            raise Failure("rejected", plain_error("TooManyTriangles", message))
        export(path, "NONE")
        return materials
    except Failure:
        raise
    except BaseException as error:
        raise Failure("export_error", describe(error, error.__traceback__))


def export_rendered(path, max_bytes):
    """Exports with materials and streams it. Gives the reason when that does not work."""
    try:
        export(path, "EXPORT")
        if os.path.getsize(path) > max_bytes:
            return "With materials, the GLB is larger than %d MiB." % (max_bytes >> 20)
        stream(path, RENDERED_GLB_FD)
        return None
    except BaseException as error:
        described = describe(error, None)
        return ("With materials, the export failed: %(type)s: %(message)s" % described)[:1000]


def plain_error(kind, message):
    return {"type": kind, "message": message, "line": None, "traceback": message}


def stream(path, fd):
    """Sends a file to the host and gives its room in the scratch folder back."""
    with open(path, "rb") as file:
        while True:
            piece = file.read(1 << 20)
            if not piece:
                break
            write_all(fd, piece)
    os.remove(path)


def peak_megabytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main():
    script, scratch, options = sys.argv[sys.argv.index("--") + 1 :]
    options = json.loads(options)
    report(
        {
            "event": "started",
            "blender": bpy.app.version_string,
            "python": sys.version.split()[0],
        }
    )
    status, error, note = "ok", None, None
    seconds = {}
    path = os.path.join(scratch, "object.glb")
    clock = time.perf_counter
    began = clock()
    try:
        try:
            code = compile_script(script)
            empty_scene()
            seed_randomness()
            run_script(code)
        finally:
            seconds["script"] = clock() - began
        report({"event": "exporting", "seconds": seconds})
        began = clock()
        materials = export_clay(path, options["maxTriangles"])
        stream(path, GLB_FD)
        seconds["export"] = clock() - began
        if materials:
            report({"event": "rendering", "seconds": seconds, "peakMegabytes": peak_megabytes()})
            began = clock()
            note = export_rendered(path, options["maxBytes"])
            seconds["rendered"] = clock() - began
    except Failure as failure:
        status, error = failure.status, failure.error
    report(
        {
            "event": "finished",
            "status": status,
            "error": error,
            "renderedNote": note,
            "seconds": seconds,
            "peakMegabytes": peak_megabytes(),
        }
    )


def end(code):
    """Not sys.exit: Blender's own shutdown can crash after a job that went well."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


try:
    main()
except BaseException:
    traceback.print_exc()
    end(1)
end(0)
