"use client";

import { useThree } from "@react-three/fiber";
import { useEffect, useEffectEvent } from "react";
import { disposeObject, disposeShadings } from "@/lib/viewer/stage";

type ContextGuardProps = { onLost: () => void; onRestored: () => void };

/** Watches the WebGL context, which a browser may take away and give back at any time. */
export function ContextGuard({ onLost, onRestored }: ContextGuardProps) {
  const canvas = useThree((three) => three.gl.domElement);
  const scene = useThree((three) => three.scene);
  const reportLost = useEffectEvent(onLost);
  const reportRestored = useEffectEvent(onRestored);

  useEffect(() => {
    function handleLost(event: Event) {
      // Without this the browser never gives it back.
      event.preventDefault();
      // three forgets what was on the GPU, so that all of it is sent again.
      disposeObject(scene);
      reportLost();
    }
    const handleRestored = () => reportRestored();
    canvas.addEventListener("webglcontextlost", handleLost);
    canvas.addEventListener("webglcontextrestored", handleRestored);
    return () => {
      canvas.removeEventListener("webglcontextlost", handleLost);
      canvas.removeEventListener("webglcontextrestored", handleRestored);
    };
  }, [canvas, scene]);

  // The shared materials outlive this renderer and must not keep it alive.
  useEffect(() => disposeShadings, []);

  return null;
}
