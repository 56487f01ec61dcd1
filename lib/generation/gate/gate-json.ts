import { isRecord, type JsonRecord } from "@/lib/generation/gate/gate-fields";
import type { GateLimits } from "@/lib/generation/gate/gate-limits";
import { refuse } from "@/lib/generation/gate/gate-refusal";

/** Extensions that change how a still, uncompressed mesh looks, and no others: none can hide bytes from us. */
export const ALLOWED_EXTENSIONS: ReadonlySet<string> = new Set([
  "KHR_mesh_quantization",
  "KHR_texture_transform",
  "EXT_texture_webp",
  "KHR_materials_anisotropy",
  "KHR_materials_clearcoat",
  "KHR_materials_dispersion",
  "KHR_materials_emissive_strength",
  "KHR_materials_ior",
  "KHR_materials_iridescence",
  "KHR_materials_sheen",
  "KHR_materials_specular",
  "KHR_materials_transmission",
  "KHR_materials_unlit",
  "KHR_materials_volume",
]);

/** Keys with a meaning to JavaScript objects: libraries that copy property by property would obey them. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/**
 * Parses the JSON chunk after measuring it byte by byte, and looks at every key: no URI anywhere, no
 * extension but the allowed, no key that names an object's prototype.
 */
export function readGateJson(bytes: Uint8Array, limits: GateLimits): JsonRecord {
  measure(bytes, limits);
  const root = parse(bytes);
  if (!isRecord(root)) refuse("json", "the root is not an object");
  checkKeys(root);
  checkDeclaredExtensions(root);
  return root;
}

/** Depth and number of values, before a parser spends memory on them. */
function measure(bytes: Uint8Array, limits: GateLimits): void {
  let depth = 0;
  let tokens = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at = endOfString(bytes, at);
    } else if (byte === OPEN_BRACKET || byte === OPEN_BRACE) {
      tokens++;
      if (++depth > limits.jsonDepth) refuse("limit", "the JSON is nested too deeply");
    } else if (byte === CLOSE_BRACKET || byte === CLOSE_BRACE) {
      depth--;
    } else if (byte === COMMA || byte === COLON) {
      tokens++;
    }
  }
  if (tokens > limits.jsonTokens) refuse("limit", "the JSON has too many values");
}

function endOfString(bytes: Uint8Array, start: number): number {
  for (let at = start + 1; at < bytes.length; at++) {
    if (bytes[at] === BACKSLASH) at++;
    else if (bytes[at] === QUOTE) return at;
  }
  return bytes.length;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return refuse("json", "the JSON chunk is not JSON in UTF-8");
  }
}

/**
 * Without recursion, although the depth is known by now: the stack is the one thing to be sure of.
 * Keys are walked with for…in, which makes no array for each of millions of objects; what JSON.parse
 * makes has no inherited enumerable key.
 */
function checkKeys(root: JsonRecord): void {
  const open: object[] = [root];
  const openIfObject = (value: unknown) => {
    if (typeof value === "object" && value !== null) open.push(value);
  };
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (Array.isArray(value)) {
      for (const item of value) openIfObject(item);
    } else if (isRecord(value)) {
      for (const key in value) {
        if (key === "uri") refuse("uri", "a URI: everything must be inside the file");
        if (FORBIDDEN_KEYS.has(key)) refuse("structure", `the key ${key}`);
        if (key === "extensions") checkExtensionKeys(value[key]);
        openIfObject(value[key]);
      }
    }
  }
}

function checkExtensionKeys(extensions: unknown): void {
  if (!isRecord(extensions)) refuse("structure", "extensions that are not an object");
  for (const name of Object.keys(extensions)) requireAllowed(name);
}

function checkDeclaredExtensions(root: JsonRecord): void {
  const used = namesIn(root, "extensionsUsed");
  for (const name of used) requireAllowed(name);
  for (const name of namesIn(root, "extensionsRequired"))
    if (!used.includes(name)) refuse("structure", "an extension that is required but not used");
}

function namesIn(root: JsonRecord, key: string): string[] {
  const names = root[key] ?? [];
  if (!Array.isArray(names)) refuse("structure", `${key} is not an array`);
  return names.map((name) => (typeof name === "string" ? name : refuse("structure", key)));
}

function requireAllowed(name: string): void {
  if (!ALLOWED_EXTENSIONS.has(name))
    refuse("extension", `the extension ${name.slice(0, 60)} is not allowed`);
}
