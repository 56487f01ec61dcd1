"use client";

import { useThree } from "@react-three/fiber";
import { useEffect, useMemo } from "react";
import type { Group } from "three";
import { createGround } from "@/lib/viewer/ground";
import { disposeObject } from "@/lib/viewer/stage";

/** The grid and the staff, made to the measure of one object. */
export function Ground({ object }: { object: Group }) {
  const invalidate = useThree((three) => three.invalidate);
  const ground = useMemo(() => createGround(object), [object]);
  useEffect(() => {
    invalidate();
    return () => {
      disposeObject(ground);
      invalidate();
    };
  }, [ground, invalidate]);
  return <primitive object={ground} />;
}
