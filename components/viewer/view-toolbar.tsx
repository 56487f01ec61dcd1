"use client";

import { Minus, Move3d, Plus, RotateCcw, RotateCw, Scan } from "lucide-react";
import { useState } from "react";
import { ToolButton } from "@/components/ui/tool-button";
import { Toolbar } from "@/components/ui/toolbar";

type ViewToolbarProps = {
  /** As it stands after "creation". */
  name: string;
  /** 1 turns the object's right side towards the voter, -1 its left. */
  onTurn: (direction: 1 | -1) => void;
  /** 1 comes closer. */
  onZoom: (direction: 1 | -1) => void;
  onHome: () => void;
};

/**
 * What dragging and pinching do, for those who can do neither. With a mouse it shows when the viewer is
 * pointed at or focused; a thumb opens it with one button, so that it hides no object.
 */
export function ViewToolbar({ name, onTurn, onZoom, onHome }: ViewToolbarProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Toolbar
      aria-label={`View of creation ${name}`}
      data-open={isOpen}
      className="absolute right-2 bottom-2 short:right-8 rounded-control text-stage-ink-2 outline-stage-line transition-opacity duration-150 focus-within:opacity-100 group-hover/viewer:opacity-100 data-[open=true]:bg-stage-panel data-[open=true]:outline pointer-fine:bg-stage-panel pointer-fine:opacity-0 pointer-fine:outline pointer-fine:focus-within:opacity-100 pointer-fine:group-hover/viewer:opacity-100"
    >
      <div className={`contents ${isOpen ? "" : "pointer-coarse:hidden"}`}>
        <ToolButton ground="stage" label="Turn left" onClick={() => onTurn(-1)}>
          <RotateCw className="size-4.5" aria-hidden="true" />
        </ToolButton>
        <ToolButton ground="stage" label="Turn right" onClick={() => onTurn(1)}>
          <RotateCcw className="size-4.5" aria-hidden="true" />
        </ToolButton>
        <ToolButton ground="stage" label="Zoom in" onClick={() => onZoom(1)}>
          <Plus className="size-4.5" aria-hidden="true" />
        </ToolButton>
        <ToolButton ground="stage" label="Zoom out" onClick={() => onZoom(-1)}>
          <Minus className="size-4.5" aria-hidden="true" />
        </ToolButton>
        <ToolButton ground="stage" label="Reset view" onClick={onHome}>
          <Scan className="size-4.5" aria-hidden="true" />
        </ToolButton>
      </div>
      <ToolButton
        ground="stage"
        label="View controls"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className={`pointer-fine:hidden ${isOpen ? "" : "group-data-[background=dark]/viewer:text-stage"}`}
      >
        <Move3d className="size-5" aria-hidden="true" />
      </ToolButton>
    </Toolbar>
  );
}
