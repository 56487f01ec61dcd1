import { useSyncExternalStore } from "react";

/** What this browser can draw with. Software WebGL works, but every pixel costs the CPU. */
export type Graphics = "none" | "software" | "hardware";

const SOFTWARE_RENDERER = /swiftshader|llvmpipe|software|basic render/i;

let detected: Graphics | null = null;

/** Asks once, with a context that is given back at once: browsers allow only a few. */
function detectGraphics(): Graphics {
  detected ??= probe();
  return detected;
}

function probe(): Graphics {
  const gl = document.createElement("canvas").getContext("webgl2");
  if (!gl) return "none";
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  const renderer = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return SOFTWARE_RENDERER.test(renderer) ? "software" : "hardware";
}

function neverChanges() {
  return () => {};
}

/** Null on the server and until the browser was asked. */
export function useGraphics(): Graphics | null {
  return useSyncExternalStore(neverChanges, detectGraphics, () => null);
}
