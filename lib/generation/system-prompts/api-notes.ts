/**
 * What models most often get wrong about one version of Blender, from the version that has the note up to but not
 * including the one that ends it. Found by running the paper's scripts on 3.4, 4.3 and 5.2.
 */
type Note = { from?: number; until?: number; text: string };

const version = (major: number, minor = 0) => major * 100 + minor;

const NOTES: readonly Note[] = [
  {
    until: version(4),
    text: "The sockets of a node group are made with `group.inputs.new(type, name)` and `group.outputs.new(type, name)`; `group.interface` does not exist yet.",
  },
  {
    from: version(4),
    text: 'The sockets of a node group are made with `group.interface.new_socket(name=…, in_out="INPUT", socket_type="NodeSocketFloat")`; `group.inputs` and `group.outputs` are gone.',
  },
  {
    until: version(4, 1),
    text: "Smooth shading by angle is `mesh.use_auto_smooth = True` with `mesh.auto_smooth_angle`; `bpy.ops.object.shade_auto_smooth` and `shade_smooth_by_angle` do not exist yet.",
  },
  {
    from: version(4, 1),
    text: "`mesh.use_auto_smooth`, `mesh.auto_smooth_angle` and `mesh.calc_normals` are gone: use `bpy.ops.object.shade_smooth_by_angle` or set `polygon.use_smooth`.",
  },
  {
    until: version(4),
    text: 'The Principled BSDF has the sockets "Specular", "Emission", "Transmission", "Clearcoat", "Sheen" and "Subsurface".',
  },
  {
    from: version(4),
    text: 'The Principled BSDF has the sockets "Specular IOR Level", "Emission Color", "Transmission Weight", "Coat Weight", "Sheen Weight" and "Subsurface Weight"; the names without these endings are gone.',
  },
  {
    from: version(4),
    text: 'Creases and bevel weights of edges are mesh attributes ("crease_edge", "bevel_weight_edge"); `edge.crease` and `edge.bevel_weight` are gone.',
  },
  {
    from: version(4, 1),
    text: "The Musgrave texture node is gone; the noise texture took its place.",
  },
  {
    until: version(5),
    text: 'The boolean modifier has the solvers "FAST" and "EXACT".',
  },
  {
    from: version(5),
    text: 'The boolean modifier has the solvers "FLOAT", "EXACT" and "MANIFOLD"; "FAST" is gone.',
  },
  {
    from: version(5),
    text: "`scene.node_tree` is gone, and materials use nodes from the start: `material.use_nodes` need not be set.",
  },
  {
    text: "Reach sockets of nodes and inputs of modifiers by name: their positions differ between versions.",
  },
  {
    text: "Operators act on the selected and the active object, and there is no 3D view: set both before you call one, leave edit mode when you are done, and prefer `bpy.data`, `bmesh` and `obj.modifiers.new` where they do the same.",
  },
  {
    text: "After changing a BMesh, call `ensure_lookup_table()` before you index into it, and do not keep elements that an operation may have deleted.",
  },
];

/** A list of differences of this Blender, such as "5.0.1", in Markdown. */
export function apiNotes(blenderVersion: string): string {
  const [major = 0, minor = 0] = blenderVersion
    .split(/[.\s]/)
    .map((part) => Number.parseInt(part, 10));
  const running = version(major, minor || 0);
  return NOTES.filter(
    ({ from = 0, until = Number.POSITIVE_INFINITY }) => running >= from && running < until,
  )
    .map(({ text }) => `- ${text}`)
    .join("\n");
}
