"use client";

import {
  Grid3x3,
  Link2,
  Link2Off,
  Maximize,
  Minimize,
  Scan,
  SlidersHorizontal,
  X,
} from "lucide-react";
import { type ReactNode, useState } from "react";
import { ToolButton } from "@/components/ui/tool-button";
import { Toolbar } from "@/components/ui/toolbar";
import { Swatch } from "@/components/viewer/swatch";
import { SHADING_LABELS } from "@/components/viewer/view-labels";
import { BACKGROUNDS } from "@/lib/viewer/backdrop";
import type { ViewSettings } from "./use-view-settings";

type PairToolbarProps = {
  settings: ViewSettings;
  /** Posters can be turned and linked, but not shaded. */
  isLive: boolean;
  hasKeys: boolean;
  isCompact: boolean;
  /** On a phone: one of the two fills the screen. */
  isAlone: boolean;
  isFull: boolean;
  onReset: () => void;
  onFull: () => void;
};

/** What concerns both views alike. One row under them; on a phone behind one button between them. */
export function PairToolbar(props: PairToolbarProps) {
  const { settings, isLive, isCompact } = props;
  const [isOpen, setOpen] = useState(false);
  const key = (name: string) => (props.hasKeys ? name : undefined);
  const { isLinked, look } = settings;

  const link = (
    <ToolButton
      label="Link cameras"
      hotkey={key("L")}
      aria-pressed={isLinked}
      onClick={settings.toggleLink}
    >
      {isLinked ? (
        <Link2 className="size-4.5" aria-hidden="true" />
      ) : (
        <Link2Off className="size-4.5" aria-hidden="true" />
      )}
    </ToolButton>
  );
  const reset = (
    <ToolButton label="Reset both views" hotkey={key("R")} onClick={props.onReset}>
      <Scan className="size-4.5" aria-hidden="true" />
    </ToolButton>
  );
  const grid = isLive && (
    <ToolButton
      label="Grid and height staff"
      aria-pressed={look.hasGrid}
      onClick={settings.toggleGrid}
    >
      <Grid3x3 className="size-4.5" aria-hidden="true" />
    </ToolButton>
  );

  if (isCompact) {
    return (
      <Toolbar
        aria-label="View of both"
        className={`absolute z-10 items-center rounded-full border border-line bg-surface text-ink ${
          props.isAlone
            ? "bottom-3 left-3"
            : "-translate-x-1/2 -translate-y-1/2 top-1/2 left-1/2 short:top-auto short:bottom-3 short:translate-y-0"
        }`}
      >
        {isOpen && (
          <>
            {link}
            {reset}
            {isLive && (
              <>
                <ToolButton
                  label={`Shading: ${SHADING_LABELS[look.shading]}`}
                  onClick={settings.cycleShading}
                  className="px-1 text-[13px]"
                >
                  <span className="w-16 text-center">{SHADING_LABELS[look.shading]}</span>
                </ToolButton>
                <ToolButton
                  label={`Background: ${look.background}`}
                  onClick={settings.cycleBackground}
                >
                  <Swatch background={look.background} />
                </ToolButton>
              </>
            )}
            {grid}
          </>
        )}
        <ToolButton
          label={isOpen ? "Close view options" : "View options"}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className={isOpen ? "" : "-my-2 w-14"}
        >
          {isOpen ? (
            <X className="size-4.5" aria-hidden="true" />
          ) : (
            <SlidersHorizontal className="size-4.5" aria-hidden="true" />
          )}
        </ToolButton>
      </Toolbar>
    );
  }

  return (
    <Toolbar aria-label="View of both" className="items-center gap-1">
      {link}
      {reset}
      {isLive && (
        <>
          <Rule />
          <Choice label="Shading">
            {settings.shadings.map((shading) => (
              <ToolButton
                key={shading}
                label={`${SHADING_LABELS[shading]} shading`}
                hotkey={shading === look.shading ? undefined : key("W")}
                aria-pressed={shading === look.shading}
                onClick={() => settings.setShading(shading)}
                className="px-3 text-[13px]"
              >
                {SHADING_LABELS[shading]}
              </ToolButton>
            ))}
          </Choice>
          <Rule />
          <Choice label="Background">
            {BACKGROUNDS.map((background) => (
              <ToolButton
                key={background}
                label={`${background[0]?.toUpperCase()}${background.slice(1)} background`}
                aria-pressed={background === look.background}
                onClick={() => settings.setBackground(background)}
              >
                <Swatch background={background} />
              </ToolButton>
            ))}
          </Choice>
          <Rule />
        </>
      )}
      {grid}
      <ToolButton
        label={props.isFull ? "Leave full screen" : "Full screen"}
        hotkey={key("F")}
        onClick={props.onFull}
      >
        {props.isFull ? (
          <Minimize className="size-4.5" aria-hidden="true" />
        ) : (
          <Maximize className="size-4.5" aria-hidden="true" />
        )}
      </ToolButton>
    </Toolbar>
  );
}

function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own box into the row
    <div role="group" aria-label={label} className="flex">
      {children}
    </div>
  );
}

function Rule() {
  return <span aria-hidden="true" className="mx-1.5 h-5 w-px bg-line" />;
}
