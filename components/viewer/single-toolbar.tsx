"use client";

import { Grid3x3, Link2, Link2Off, X } from "lucide-react";
import { ToolButton } from "@/components/ui/tool-button";
import { Toolbar } from "@/components/ui/toolbar";
import { BACKGROUNDS } from "@/lib/viewer/backdrop";
import type { Shading } from "@/lib/viewer/stage";
import { after } from "./after";
import { useOpenViews } from "./open-views";
import { usePageLink } from "./page-cameras";
import { Swatch } from "./swatch";
import { SHADING_LABELS } from "./view-labels";
import type { Look } from "./viewer-canvas";

type SingleToolbarProps = {
  /** As it stands after "creation". */
  name: string;
  /** Posters can be turned and linked, but not shaded. */
  isLive: boolean;
  shadings: readonly Shading[];
  look: Look;
  onLook: (look: Look) => void;
  onClose: () => void;
};

/** How one object is looked at, in a row over its viewer. */
export function SingleToolbar(props: SingleToolbarProps) {
  const { isLive, look, onLook, shadings } = props;
  const [isLinked, toggleLink] = usePageLink();
  const hasOthers = useOpenViews().length > 1;
  return (
    <Toolbar
      aria-label={`Look of creation ${props.name}`}
      // The viewer clips, and the row is at its upper edge: tooltips go below it.
      className="absolute top-2 right-2 z-10 animate-appear items-center rounded-control bg-stage-panel text-stage-ink-2 outline outline-stage-line [&_button>span:last-child]:top-[calc(100%+6px)] [&_button>span:last-child]:bottom-auto"
    >
      {isLive && (
        <>
          <ToolButton
            ground="stage"
            label={`Shading: ${SHADING_LABELS[look.shading]}`}
            onClick={() => onLook({ ...look, shading: after(shadings, look.shading) })}
            className="px-1 text-[13px]"
          >
            <span className="w-16 text-center">{SHADING_LABELS[look.shading]}</span>
          </ToolButton>
          <ToolButton
            ground="stage"
            label={`Background: ${look.background}`}
            onClick={() => onLook({ ...look, background: after(BACKGROUNDS, look.background) })}
          >
            <Swatch background={look.background} />
          </ToolButton>
          <ToolButton
            ground="stage"
            label="Grid and height staff"
            aria-pressed={look.hasGrid}
            onClick={() => onLook({ ...look, hasGrid: !look.hasGrid })}
          >
            <Grid3x3 className="size-4.5" aria-hidden="true" />
          </ToolButton>
        </>
      )}
      {hasOthers && (
        <ToolButton
          ground="stage"
          label="Link cameras"
          aria-pressed={isLinked}
          onClick={toggleLink}
        >
          {isLinked ? (
            <Link2 className="size-4.5" aria-hidden="true" />
          ) : (
            <Link2Off className="size-4.5" aria-hidden="true" />
          )}
        </ToolButton>
      )}
      <ToolButton ground="stage" label="Close the view" onClick={props.onClose}>
        <X className="size-4.5" aria-hidden="true" />
      </ToolButton>
    </Toolbar>
  );
}
