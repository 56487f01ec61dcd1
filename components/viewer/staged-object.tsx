"use client";

import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from "react";
import type { Group } from "three";
import { applyShading, disposeObject, type Shading } from "@/lib/viewer/stage";

type StagedObjectProps = {
  object: Group;
  shading: Shading;
  /** Counted up when a lost context is back: everything is sent to the GPU again. */
  revival: number;
  /** The object was drawn: the canvas may be uncovered. */
  onDrawn: () => void;
};

/** Puts an object on the stage, says when it was drawn, and frees its GPU memory when it leaves. */
export function StagedObject({ object, shading, revival, onDrawn }: StagedObjectProps) {
  const invalidate = useThree((three) => three.invalidate);
  const drawnRevival = useRef<number | null>(null);
  const reportDrawn = useEffectEvent(onDrawn);

  useLayoutEffect(() => {
    applyShading(object, shading);
    invalidate();
  }, [invalidate, object, shading]);

  useFrame(({ gl }) => {
    if (drawnRevival.current === revival || gl.getContext().isContextLost()) return;
    drawnRevival.current = revival;
    // Fiber draws right after this callback, so in the next frame the picture is there.
    requestAnimationFrame(() => reportDrawn());
  });

  useEffect(() => {
    if (revival > 0) invalidate();
  }, [invalidate, revival]);

  useEffect(
    () => () => {
      // Strict mode runs this without taking the object off the stage; then it must stay whole.
      queueMicrotask(() => {
        if (!object.parent) disposeObject(object);
      });
    },
    [object],
  );

  return <primitive object={object} />;
}
