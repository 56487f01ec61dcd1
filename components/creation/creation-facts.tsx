import { kilobytesText, roughText } from "@/components/ui/measure-text";
import { countText, percentText } from "@/components/ui/number-text";
import type { CreationDetail } from "@/lib/creation/schema";
import { told } from "./fact-list";
import { FactSection } from "./fact-section";

/** What was measured of an object. */
export function CreationFacts({ creation }: { creation: CreationDetail }) {
  const { stats, triangles, glbBytes, materialsBytes } = creation;
  const raw = stats.triangles === triangles ? null : stats.triangles;
  return (
    <FactSection
      id="object"
      title="Object"
      facts={[
        { name: "Triangles", value: told(triangles, countText) },
        { name: "Triangles as exported", value: told(raw, countText) },
        { name: "Vertices", value: told(stats.vertices, countText) },
        { name: "Meshes", value: told(stats.meshes, countText) },
        { name: "Materials", value: told(stats.materials, countText) },
        { name: "Width, depth, height", value: told(stats.bounds, sizeText) },
        { name: "Separate parts", value: told(stats.parts, countText) },
        { name: "Groups that touch", value: told(stats.clusters, countText) },
        { name: "Surface that floats", value: told(stats.floatingAreaShare, percentText) },
        { name: "Watertight", value: told(stats.watertight, (is) => (is ? "yes" : "no")) },
        { name: "GLB", value: told(glbBytes, kilobytesText) },
        { name: "GLB with materials", value: told(materialsBytes, kilobytesText) },
      ]}
    />
  );
}

type Bounds = NonNullable<CreationDetail["stats"]["bounds"]>;

/** In metres. Y is up in the file, so that the second of the three is the height. */
function sizeText({ extent: [width, height, depth] }: Bounds): string {
  return `${[width, depth, height].map(roughText).join(" × ")}\u00a0m`;
}
