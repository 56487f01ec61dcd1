"use client";

import { CameraControls, CameraControlsImpl } from "@react-three/drei";
import { useThree } from "@react-three/fiber";
import { type RefObject, useImperativeHandle, useLayoutEffect, useRef } from "react";
import { Box3, type Object3D, Spherical, Vector3 } from "three";
import { framingDistance } from "@/lib/viewer/framing";
import { homeOrbit, ORBIT_LIMITS, type Orbit, orbitPosition } from "@/lib/viewer/orbit";
import type { ViewHandle } from "./view-handle";

/** The longest step of time a transition takes at once: with frames on demand, the pause before it counts too. */
const MAX_DELTA_SECONDS = 1 / 30;

class SteadyControls extends CameraControlsImpl {
  override update(deltaSeconds: number): boolean {
    return super.update(Math.min(deltaSeconds, MAX_DELTA_SECONDS));
  }
}

const { pan } = ORBIT_LIMITS;
const PAN_BOX = new Box3(new Vector3(-pan, -pan, -pan), new Vector3(pan, pan, pan));

type OrbitCameraProps = {
  /** A new object is looked at from home. */
  object: Object3D | null;
  handle: RefObject<ViewHandle | null>;
  onOrbit: () => void;
};

/** Drag orbits, wheel and pinch zoom, right drag and two fingers pan, all within ORBIT_LIMITS. */
export function OrbitCamera({ object, handle, onOrbit }: OrbitCameraProps) {
  const controls = useRef<CameraControlsImpl>(null);
  const framed = useRef<{ object: Object3D | null; aspect: number } | null>(null);
  const aspect = useThree(({ size }) => size.width / size.height);
  const invalidate = useThree((three) => three.invalidate);

  useLayoutEffect(() => {
    const current = controls.current;
    if (!current) return;
    const last = framed.current;
    framed.current = { object, aspect };
    if (last?.object === object) {
      // Same share of the frame as before the viewer changed its shape.
      const scale = framingDistance(aspect) / framingDistance(last.aspect);
      void current.dollyTo(current.distance * scale, false);
    } else {
      current.setBoundary(PAN_BOX);
      moveTo(current, homeOrbit(aspect), false);
    }
    invalidate();
  }, [aspect, invalidate, object]);

  useImperativeHandle(handle, () => {
    function move(change: (current: CameraControlsImpl, isEased: boolean) => void) {
      if (!controls.current) return;
      change(controls.current, !matchMedia("(prefers-reduced-motion: reduce)").matches);
      invalidate();
    }
    return {
      home: () => move((current, isEased) => moveTo(current, homeOrbit(aspect), isEased)),
      turn: (azimuth, polar) =>
        move((current, isEased) => void current.rotate(azimuth, polar, isEased)),
      zoom: (factor) =>
        move((current, isEased) => {
          // From where the last zoom is heading, so that quick presses add up.
          const { radius } = current.getSpherical(new Spherical(), true);
          void current.dollyTo(radius * factor, isEased);
        }),
    };
  }, [aspect, invalidate]);

  return (
    <CameraControls
      ref={controls}
      impl={SteadyControls}
      minPolarAngle={ORBIT_LIMITS.minPolar}
      maxPolarAngle={ORBIT_LIMITS.maxPolar}
      minDistance={ORBIT_LIMITS.minDistance}
      maxDistance={ORBIT_LIMITS.maxDistance}
      smoothTime={0.12}
      draggingSmoothTime={0.04}
      dollySpeed={0.6}
      onControl={onOrbit}
    />
  );
}

function moveTo(controls: CameraControlsImpl, orbit: Orbit, isEased: boolean) {
  // Whole turns are undone first, so that the way back is the short one.
  controls.normalizeRotations();
  void controls.setLookAt(...orbitPosition(orbit), ...orbit.target, isEased);
}
