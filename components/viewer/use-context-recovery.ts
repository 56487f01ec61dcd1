import { useEffect, useEffectEvent, useRef, useState } from "react";

/** A browser that gives a context back does so within moments; after this long a new canvas is better. */
const PATIENCE_MS = 2000;

/** A GPU that fails this often over one scene will fail again. */
const MAX_LOSSES = 4;

type RecoveryOptions = {
  sceneId: string | null;
  onLost: () => void;
  /** Nothing helped: posters have to do. */
  onGiveUp: () => void;
};

/** Gets a lost WebGL context back: first by waiting for it, then with a new canvas, at last not at all. */
export function useContextRecovery({ sceneId, onLost, onGiveUp }: RecoveryOptions) {
  /** Key of the canvas: a new one means a new context. */
  const [canvasKey, setCanvasKey] = useState(0);
  const [revival, setRevival] = useState(0);
  const [stage, setStage] = useState<"whole" | "lost" | "redrawing">("whole");
  const losses = useRef({ sceneId, count: 0 });

  const replace = useEffectEvent(() => {
    setStage("redrawing");
    setCanvasKey((key) => key + 1);
  });
  useEffect(() => {
    if (stage !== "lost") return;
    const timer = setTimeout(() => replace(), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [stage]);

  return {
    canvasKey,
    revival,
    isRestoring: stage !== "whole",
    handleLost() {
      if (losses.current.sceneId !== sceneId) losses.current = { sceneId, count: 0 };
      losses.current.count += 1;
      if (losses.current.count > MAX_LOSSES) return onGiveUp();
      setStage("lost");
      onLost();
    },
    handleRestored() {
      setStage("redrawing");
      setRevival((count) => count + 1);
    },
    handleDrawn() {
      setStage("whole");
    },
  };
}
