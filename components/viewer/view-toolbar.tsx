"use client";

import { Minus, Move3d, Plus, RotateCcw, RotateCw, Scan } from "lucide-react";
import { type ComponentProps, useState } from "react";

type ViewToolbarProps = {
  letter: string;
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
export function ViewToolbar({ letter, onTurn, onZoom, onHome }: ViewToolbarProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div
      role="toolbar"
      aria-label={`View of creation ${letter}`}
      data-open={isOpen}
      className="absolute right-2 bottom-2 flex rounded-control text-stage-ink-2 transition-opacity duration-150 focus-within:opacity-100 group-hover/viewer:opacity-100 pointer-fine:opacity-0 data-[open=true]:bg-stage-panel data-[open=true]:outline pointer-fine:bg-stage-panel pointer-fine:outline outline-stage-line pointer-fine:focus-within:opacity-100 pointer-fine:group-hover/viewer:opacity-100"
    >
      <div className="flex group-has-[[data-open=false]]/viewer:pointer-coarse:hidden">
        <ToolButton label="Turn left" onClick={() => onTurn(-1)}>
          <RotateCw className="size-4.5" aria-hidden="true" />
        </ToolButton>
        <ToolButton label="Turn right" onClick={() => onTurn(1)}>
          <RotateCcw className="size-4.5" aria-hidden="true" />
        </ToolButton>
        <ToolButton label="Zoom in" onClick={() => onZoom(1)}>
          <Plus className="size-4.5" aria-hidden="true" />
        </ToolButton>
        <ToolButton label="Zoom out" onClick={() => onZoom(-1)}>
          <Minus className="size-4.5" aria-hidden="true" />
        </ToolButton>
        <ToolButton label="Reset view" onClick={onHome}>
          <Scan className="size-4.5" aria-hidden="true" />
        </ToolButton>
      </div>
      <ToolButton
        label="View controls"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="pointer-fine:hidden"
      >
        <Move3d className="size-5" aria-hidden="true" />
      </ToolButton>
    </div>
  );
}

type ToolButtonProps = ComponentProps<"button"> & { label: string };

function ToolButton({ label, className = "", ...props }: ToolButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`flex size-11 items-center justify-center rounded-control hover:text-stage-ink focus-visible:outline-stage-accent focus-visible:-outline-offset-2 pointer-fine:size-9 ${className}`}
      {...props}
    />
  );
}
