import { useState } from "react";
import { after } from "@/components/viewer/after";
import type { Look } from "@/components/viewer/viewer-canvas";
import type { ServedBattle } from "@/lib/battle/schema";
import { BACKGROUNDS } from "@/lib/viewer/backdrop";
import type { Shading } from "@/lib/viewer/stage";
import { createPreference } from "./stored-preference";

const useLinkPreference = createPreference("cameras", ["linked", "free"], "linked");
const useBackgroundPreference = createPreference("background", BACKGROUNDS, "mid");
const useGridPreference = createPreference("grid", ["shown", "hidden"], "hidden");

export type ViewSettings = ReturnType<typeof useViewSettings>;

/**
 * How both objects are looked at. Link, background and grid are the voter's own and stay; the shading is
 * the track's again with every battle, so that nobody judges in a wireframe unawares.
 */
export function useViewSettings(battle: ServedBattle | null, hasMaterials: boolean) {
  const [cameras, setCameras] = useLinkPreference();
  const [background, setBackground] = useBackgroundPreference();
  const [grid, setGrid] = useGridPreference();
  const [chosen, setChosen] = useState<{ battleId: string; shading: Shading } | null>(null);

  const isLinked = cameras === "linked";
  const hasGrid = grid === "shown";
  const shadings = shadingsOf(battle?.display ?? "clay", hasMaterials);
  const shading =
    chosen && chosen.battleId === battle?.battleId && shadings.includes(chosen.shading)
      ? chosen.shading
      : (battle?.display ?? "clay");

  function setShading(next: Shading) {
    if (battle) setChosen({ battleId: battle.battleId, shading: next });
  }

  return {
    isLinked,
    toggleLink: () => setCameras(isLinked ? "free" : "linked"),
    shadings,
    setShading,
    cycleShading: () => setShading(after(shadings, shading)),
    setBackground,
    cycleBackground: () => setBackground(after(BACKGROUNDS, background)),
    toggleGrid: () => setGrid(hasGrid ? "hidden" : "shown"),
    look: { shading, background, hasGrid } satisfies Look,
  };
}

/** Materials are colour, which a clay track keeps back until the vote (DESIGN §6). */
function shadingsOf(display: ServedBattle["display"], hasMaterials: boolean): Shading[] {
  const geometry: Shading[] = ["clay", "normals", "wireframe"];
  if (display === "rendered") return ["rendered", ...geometry];
  return hasMaterials ? [...geometry, "rendered"] : geometry;
}
