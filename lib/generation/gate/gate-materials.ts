import type { GateView } from "@/lib/generation/gate/gate-accessors";
import {
  integer,
  isRecord,
  type JsonRecord,
  optionalReference,
  record,
  records,
  reference,
} from "@/lib/generation/gate/gate-fields";
import type { GateLimits } from "@/lib/generation/gate/gate-limits";
import { GateRefusal, refuse } from "@/lib/generation/gate/gate-refusal";
import { readImageSize } from "@/lib/generation/gate/image-size";

const IMAGE_TYPES: ReadonlySet<unknown> = new Set(["image/png", "image/jpeg", "image/webp"]);

type MaterialContext = { views: readonly GateView[]; bin: Uint8Array; limits: GateLimits };

/**
 * Materials, textures, samplers and images: every reference leads somewhere, and no image unpacks to
 * more than the caps. Returns how many materials there are.
 */
export function readMaterials(root: JsonRecord, context: MaterialContext): { materials: number } {
  const { limits } = context;
  const images = records(root, "images", limits.images);
  checkImages(images, context);
  const samplers = records(root, "samplers", limits.samplers);
  const textures = records(root, "textures", limits.textures);
  for (const [at, texture] of textures.entries()) {
    const where = `textures[${at}]`;
    optionalReference(texture, "sampler", where, samplers.length);
    optionalReference(texture, "source", where, images.length);
    const webp = isRecord(texture.extensions) ? texture.extensions.EXT_texture_webp : undefined;
    if (webp !== undefined) reference(record(webp, where), "source", where, images.length);
  }
  const materials = records(root, "materials", limits.materials);
  for (const [at, material] of materials.entries())
    checkTextureInfos(material, `materials[${at}]`, textures.length);
  return { materials: materials.length };
}

/** Every property called …Texture, in the material or in an extension of it, refers to a texture. */
function checkTextureInfos(owner: JsonRecord, where: string, textures: number): void {
  for (const [key, value] of Object.entries(owner)) {
    if (!isRecord(value) || key === "extras") continue;
    if (key.endsWith("Texture")) {
      reference(value, "index", `${where}.${key}`, textures);
      integer(value, "texCoord", { where: `${where}.${key}`, most: 15, absent: 0 });
    }
    checkTextureInfos(value, where, textures);
  }
}

function checkImages(images: readonly JsonRecord[], { views, bin, limits }: MaterialContext): void {
  let pixels = 0;
  for (const [at, image] of images.entries()) {
    const where = `images[${at}]`;
    const view = views[reference(image, "bufferView", where, views.length)];
    if (!view || view.stride !== undefined)
      throw new GateRefusal("structure", `${where}.bufferView`);
    if (!IMAGE_TYPES.has(image.mimeType)) refuse("image", `${where} is no PNG, JPEG or WebP`);
    const size = readImageSize(bin.subarray(view.offset, view.offset + view.length));
    if (!size || size.mimeType !== image.mimeType)
      throw new GateRefusal("image", `${where} is not what its type says`);
    const { width, height } = size;
    if (width < 1 || height < 1 || width > limits.imageSide || height > limits.imageSide)
      refuse("image", `${where} has ${width} × ${height} pixels`);
    pixels += width * height;
    if (pixels > limits.imagePixels) refuse("image", "the images have too many pixels");
  }
}
