"use client";

import { CameraControls, CameraControlsImpl } from "@react-three/drei";
import { useThree } from "@react-three/fiber";
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from "react";
import { Box3, Spherical, Vector3 } from "three";
import {
  homeOrbit,
  ORBIT_LIMITS,
  type Orbit,
  orbitAt,
  orbitPosition,
  reframe,
} from "@/lib/viewer/orbit";
import type { SideCamera } from "./camera-link";

/** The longest step of time a transition takes at once: with frames on demand, the pause before it counts too. */
const MAX_DELTA_SECONDS = 1 / 30;

class SteadyControls extends CameraControlsImpl {
  onMove: (() => void) | null = null;

  override update(deltaSeconds: number): boolean {
    const hasMoved = super.update(Math.min(deltaSeconds, MAX_DELTA_SECONDS));
    if (hasMoved) this.onMove?.();
    return hasMoved;
  }
}

const { pan } = ORBIT_LIMITS;
const PAN_BOX = new Box3(new Vector3(-pan, -pan, -pan), new Vector3(pan, pan, pan));

type OrbitCameraProps = {
  /** What is looked at, a battle say: a new one from home, the same one again from where the camera was. */
  sceneId: string | null;
  camera: SideCamera;
  /** The voter moved the camera by hand. */
  onOrbit: () => void;
};

/** Drag orbits, wheel and pinch zoom, right drag and two fingers pan, all within ORBIT_LIMITS. */
export function OrbitCamera({ sceneId, camera, onOrbit }: OrbitCameraProps) {
  const controls = useRef<SteadyControls>(null);
  const framed = useRef<{ sceneId: string | null; aspect: number } | null>(null);
  const aspect = useThree(({ size }) => size.width / size.height);
  const invalidate = useThree((three) => three.invalidate);

  const report = useEffectEvent(() => {
    if (controls.current) camera.move({ orbit: readOrbit(controls.current), aspect });
  });

  useLayoutEffect(() => {
    const current = controls.current;
    if (!current) return;
    const last = framed.current;
    framed.current = { sceneId, aspect };
    if (last?.sceneId === sceneId) {
      // Same share of the frame as before the viewer changed its shape.
      const now = { ...homeOrbit(aspect), distance: current.distance };
      void current.dollyTo(reframe(now, last.aspect, aspect).distance, false);
    } else {
      current.onMove = () => report();
      current.setBoundary(PAN_BOX);
      const kept = sceneId === null ? null : camera.recall(sceneId);
      moveTo(current, kept ? reframe(kept.orbit, kept.aspect, aspect) : homeOrbit(aspect), false);
    }
    invalidate();
  }, [aspect, sceneId, camera, invalidate]);

  useEffect(() => {
    function move(change: (current: SteadyControls, isEased: boolean) => void) {
      if (!controls.current) return;
      change(controls.current, !prefersStillness());
      invalidate();
    }
    return camera.attach({
      home: () => move((current, isEased) => moveTo(current, homeOrbit(aspect), isEased)),
      turn: (azimuth, polar) =>
        move((current, isEased) => void current.rotate(azimuth, polar, isEased)),
      zoom: (factor) =>
        move((current, isEased) => {
          // From where the last zoom is heading, so that quick presses add up.
          const { radius } = current.getSpherical(new Spherical(), true);
          void current.dollyTo(radius * factor, isEased);
        }),
      pan: (right, down) => move((current, isEased) => void current.truck(right, down, isEased)),
      follow: (place) =>
        move((current) => moveTo(current, reframe(place.orbit, place.aspect, aspect), false)),
    });
  }, [aspect, camera, invalidate]);

  return (
    <CameraControls
      ref={controls}
      impl={SteadyControls}
      minPolarAngle={ORBIT_LIMITS.minPolar}
      maxPolarAngle={ORBIT_LIMITS.maxPolar}
      minDistance={ORBIT_LIMITS.minDistance}
      maxDistance={ORBIT_LIMITS.maxDistance}
      smoothTime={prefersStillness() ? 0 : 0.12}
      draggingSmoothTime={prefersStillness() ? 0 : 0.04}
      dollySpeed={0.6}
      onControlStart={camera.lead}
      onControl={() => {
        camera.lead();
        onOrbit();
      }}
    />
  );
}

function prefersStillness(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function moveTo(controls: CameraControlsImpl, orbit: Orbit, isEased: boolean) {
  // Whole turns are undone first, so that the way back is the short one.
  controls.normalizeRotations();
  void controls.setLookAt(...orbitPosition(orbit), ...orbit.target, isEased);
}

/** Where the camera really stands, on its way or at rest. */
function readOrbit(controls: CameraControlsImpl): Orbit {
  const { x, y, z } = controls.camera.position;
  const target = controls.getTarget(new Vector3(), false);
  return orbitAt([x, y, z], [target.x, target.y, target.z]);
}
