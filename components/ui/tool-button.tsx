import type { ComponentProps, ReactNode } from "react";

type ToolButtonProps = ComponentProps<"button"> & {
  /** Its name, and the words of its tooltip. */
  label: string;
  /** The key that does the same, in the tooltip and for assistive technology. */
  hotkey?: string;
  /** "stage" lies on a viewer, which has the same colours in both themes. */
  ground?: "page" | "stage";
  children: ReactNode;
};

/** On a viewer, which clips, a tooltip ends where its button ends. */
const TOOLTIP_PLACES = { page: "left-1/2 -translate-x-1/2", stage: "right-0" } as const;

const COLOURS = {
  page: "text-ink-2 hover:bg-sunk hover:text-ink aria-pressed:bg-sunk aria-pressed:text-ink",
  stage:
    "text-stage-ink-2 hover:text-stage-ink focus-visible:-outline-offset-2 focus-visible:outline-stage-accent",
} as const;

/** A button of a toolbar: 36 px for a mouse, 44 px for a thumb, with a tooltip that Escape closes. */
export function ToolButton(props: ToolButtonProps) {
  const { label, hotkey, ground = "page", className = "", children, ...rest } = props;
  return (
    <button
      type="button"
      aria-label={label}
      aria-keyshortcuts={hotkey}
      className={`group/tool relative flex h-11 min-w-11 shrink-0 items-center justify-center rounded-control pointer-fine:h-9 pointer-fine:min-w-9 ${COLOURS[ground]} ${className}`}
      {...rest}
    >
      {children}
      <span
        aria-hidden="true"
        className={`pointer-events-none absolute bottom-[calc(100%+6px)] z-20 hidden animate-hint items-center gap-2 whitespace-nowrap rounded-control bg-stage-ink px-2 py-1 font-normal text-stage-panel text-xs outline outline-stage-line/40 group-hover/tool:pointer-fine:flex group-focus-visible/tool:flex group-data-hushed/toolbar:hidden! ${TOOLTIP_PLACES[ground]}`}
      >
        {label}
        {hotkey && <span className="text-stage-line">{hotkey}</span>}
      </span>
    </button>
  );
}
