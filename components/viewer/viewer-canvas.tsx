"use client";

import { Canvas, type RootState, useFrame, useThree } from "@react-three/fiber";
import { type RefObject, useEffect, useMemo, useRef } from "react";
import type { Group } from "three";
import { FIELD_OF_VIEW_DEGREES } from "@/lib/viewer/framing";
import { BACKDROP, configureRenderer, createLights, disposeObject } from "@/lib/viewer/stage";
import type { Graphics } from "./graphics";
import { OrbitCamera } from "./orbit-camera";
import type { ViewHandle } from "./view-handle";

type ViewerCanvasProps = {
  graphics: Graphics;
  object: Group | null;
  handle: RefObject<ViewHandle | null>;
  /** The object was drawn: the canvas may be uncovered. */
  onDrawn: () => void;
  /** The voter moved the camera. */
  onOrbit: () => void;
  /** The context is gone: nothing will be drawn here any more. */
  onLost: () => void;
};

// Outside the component: fiber compares these by identity and builds a new camera when they change.
const CAMERA = { fov: FIELD_OF_VIEW_DEGREES, near: 0.01, far: 50 };
const SMOOTH = { antialias: true, powerPreference: "high-performance" } as const;
const ROUGH = { antialias: false } as const;

/** The one place that draws live. Everything else on the site shows posters. */
export function ViewerCanvas(props: ViewerCanvasProps) {
  const isSoftware = props.graphics === "software";
  return (
    <Canvas
      frameloop="demand"
      camera={CAMERA}
      gl={isSoftware ? ROUGH : SMOOTH}
      dpr={isSoftware ? 0.75 : [1, matchMedia("(pointer: coarse)").matches ? 1.5 : 2]}
      onCreated={prepare}
    >
      <color attach="background" args={[BACKDROP]} />
      <Lights />
      {props.object && (
        <StagedObject key={props.object.uuid} object={props.object} onDrawn={props.onDrawn} />
      )}
      <OrbitCamera object={props.object} handle={props.handle} onOrbit={props.onOrbit} />
      <ContextGuard onLost={props.onLost} />
    </Canvas>
  );
}

function prepare({ gl }: RootState) {
  configureRenderer(gl);
}

function Lights() {
  const lights = useMemo(createLights, []);
  return <primitive object={lights} />;
}

/** Puts an object on the stage, says when it was drawn, and frees it when it leaves. */
function StagedObject({ object, onDrawn }: { object: Group; onDrawn: () => void }) {
  const invalidate = useThree((three) => three.invalidate);
  const isDrawn = useRef(false);

  useFrame(() => {
    if (isDrawn.current) return;
    isDrawn.current = true;
    // Fiber draws right after this callback, so in the next frame the picture is there.
    requestAnimationFrame(onDrawn);
  });

  useEffect(() => {
    invalidate();
    return () => disposeObject(object);
  }, [invalidate, object]);

  return <primitive object={object} />;
}

function ContextGuard({ onLost }: { onLost: () => void }) {
  const canvas = useThree((three) => three.gl.domElement);
  useEffect(() => {
    canvas.addEventListener("webglcontextlost", onLost);
    return () => canvas.removeEventListener("webglcontextlost", onLost);
  }, [canvas, onLost]);
  return null;
}
