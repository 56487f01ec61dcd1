"use client";

import { Canvas, type RootState } from "@react-three/fiber";
import { useMemo } from "react";
import type { Group } from "three";
import { BACKGROUND_COLORS, type Background } from "@/lib/viewer/backdrop";
import { FIELD_OF_VIEW_DEGREES } from "@/lib/viewer/framing";
import { configureRenderer, createLights, type Shading } from "@/lib/viewer/stage";
import type { SideCamera } from "./camera-link";
import { ContextGuard } from "./context-guard";
import type { Graphics } from "./graphics";
import { Ground } from "./ground";
import { OrbitCamera } from "./orbit-camera";
import { StagedObject } from "./staged-object";

/** How both objects are looked at: always the same for the two. */
export type Look = { shading: Shading; background: Background; hasGrid: boolean };

type ViewerCanvasProps = {
  graphics: Graphics;
  sceneId: string | null;
  object: Group | null;
  look: Look;
  camera: SideCamera;
  /** Counted up when a lost context is back. */
  revival: number;
  /** The object was drawn: the canvas may be uncovered. */
  onDrawn: () => void;
  /** The voter moved the camera. */
  onOrbit: () => void;
  /** The context is gone, for now or for good. */
  onLost: () => void;
  onRestored: () => void;
};

// Outside the component: fiber compares these by identity and builds a new camera when they change.
const CAMERA = { fov: FIELD_OF_VIEW_DEGREES, near: 0.01, far: 50 };
const SMOOTH = { antialias: true, powerPreference: "high-performance" } as const;
const ROUGH = { antialias: false } as const;

/** The one place that draws live. Everything else on the site shows posters. */
export function ViewerCanvas(props: ViewerCanvasProps) {
  const { object, look, revival } = props;
  const isSoftware = props.graphics === "software";
  const color = BACKGROUND_COLORS[look.background];
  return (
    <Canvas
      frameloop="demand"
      camera={CAMERA}
      gl={isSoftware ? ROUGH : SMOOTH}
      dpr={isSoftware ? 0.75 : [1, matchMedia("(pointer: coarse)").matches ? 1.5 : 2]}
      onCreated={prepare}
    >
      {color !== null && <color key={color} attach="background" args={[color]} />}
      <Lights />
      {object && (
        <StagedObject
          key={object.uuid}
          object={object}
          shading={look.shading}
          revival={revival}
          onDrawn={props.onDrawn}
        />
      )}
      {object && look.hasGrid && <Ground key={`ground ${object.uuid}`} object={object} />}
      <OrbitCamera sceneId={props.sceneId} camera={props.camera} onOrbit={props.onOrbit} />
      <ContextGuard onLost={props.onLost} onRestored={props.onRestored} />
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
