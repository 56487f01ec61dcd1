"use client";

import dynamic from "next/dynamic";
import type { CameraLink } from "@/components/viewer/camera-link";
import type { Side } from "@/lib/battle/schema";
import type { Outcome } from "@/lib/vote/schema";
import { BattleSide, type SharedSideProps } from "./battle-side";
import { SideSwitch } from "./side-switch";
import type { Spread } from "./use-spread";
import type { ViewSettings } from "./use-view-settings";
import { verdictOn } from "./verdicts";

// Neither is needed before the posters are there.
const PairToolbar = dynamic(() => import("./pair-toolbar").then((module) => module.PairToolbar), {
  ssr: false,
});
const Tips = dynamic(() => import("./tips").then((module) => module.Tips), { ssr: false });

/** Addresses of the files with materials, which the reveal opens; null before it. */
export type Materials = Record<Side, string | null>;

type PairProps = {
  shared: Omit<SharedSideProps, "look">;
  outcome: Outcome | null;
  materials: Materials | null;
  settings: ViewSettings;
  link: CameraLink;
  spread: Spread;
  isCompact: boolean;
  hasKeys: boolean;
  /** Null once they were seen. */
  onTipsSeen: (() => void) | null;
  onSpread: (spread: Exclude<Spread, null>) => void;
  onLeave: () => void;
};

const SIDES = ["left", "right"] as const;

/** The two objects side by side, or one above the other, and the tools that concern both. */
export function Pair(props: PairProps) {
  const { shared, outcome, materials, settings, link, spread, isCompact, onSpread, onLeave } =
    props;
  const alone = spread === "left" || spread === "right" ? spread : null;
  const toolbar = shared.isPrimed && (
    <PairToolbar
      settings={settings}
      isLive={shared.graphics !== "none"}
      hasKeys={props.hasKeys}
      isCompact={isCompact}
      isAlone={alone !== null}
      isFull={spread !== null}
      onReset={() => link.home()}
      onFull={() => (spread === null ? onSpread("pair") : onLeave())}
    />
  );

  return (
    <div className={`flex min-h-0 flex-1 flex-col ${spread === null ? "md:block short:flex" : ""}`}>
      <div
        className={`relative grid min-h-[320px] flex-1 gap-2 pb-1 md:gap-4 md:pb-0 short:min-h-[160px] short:gap-2 short:pb-1 ${
          alone
            ? "grid-rows-1"
            : "grid-rows-2 md:grid-cols-2 md:grid-rows-1 short:grid-cols-2 short:grid-rows-1"
        } ${
          spread === null
            ? "md:h-[clamp(320px,calc(100dvh-304px),46vw)] pointer-coarse:md:h-[clamp(320px,calc(100dvh-312px),46vw)] short:h-auto!"
            : ""
        }`}
      >
        {SIDES.map((side) => (
          <BattleSide
            key={side}
            {...shared}
            side={side}
            look={settings.look}
            camera={link[side]}
            materialUrl={materials?.[side] ?? null}
            verdict={outcome && verdictOn(side, outcome)}
            stance={alone === null ? "beside" : alone === side ? "alone" : "behind"}
            onExpand={isCompact ? () => (alone ? onLeave() : onSpread(side)) : null}
          />
        ))}
        {alone && <SideSwitch side={alone} onSwitch={onSpread} />}
        {isCompact && shared.isShown && toolbar}
        {props.onTipsSeen && <Tips onDismiss={props.onTipsSeen} />}
      </div>
      {!isCompact && (
        <div className="relative z-20 mt-1 -mb-2.5 hidden h-11 shrink-0 justify-center md:flex pointer-fine:h-9 short:hidden">
          {toolbar}
        </div>
      )}
    </div>
  );
}
