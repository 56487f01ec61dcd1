"use client";

import { type ComponentProps, type KeyboardEvent, useLayoutEffect, useRef } from "react";

type ToolbarProps = ComponentProps<"div"> & { "aria-label": string };

/**
 * A row of buttons that is one stop of the Tab key: arrows, Home and End go from button to button, and
 * the one last used is where Tab comes back to (APG toolbar pattern).
 */
export function Toolbar({ className, ...props }: ToolbarProps) {
  const row = useRef<HTMLDivElement>(null);
  const current = useRef<HTMLElement | null>(null);

  function rove() {
    const items = itemsOf(row.current);
    const stop = items.find((item) => item === current.current) ?? items[0];
    for (const item of items) item.tabIndex = item === stop ? 0 : -1;
  }

  // After every render: buttons come and go.
  useLayoutEffect(rove);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") row.current?.setAttribute("data-hushed", "");
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const items = itemsOf(row.current);
    const at = items.findIndex((item) => item.matches(":focus"));
    const to = {
      ArrowRight: (at + 1) % items.length,
      ArrowLeft: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    items[to]?.focus();
  }

  return (
    <div
      ref={row}
      role="toolbar"
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        current.current = event.target;
        rove();
      }}
      onBlur={() => row.current?.removeAttribute("data-hushed")}
      className={`group/toolbar flex ${className ?? ""}`}
      {...props}
    />
  );
}

/** The buttons that are there to be used: a closed part of the row is no stop. */
function itemsOf(row: HTMLElement | null): HTMLElement[] {
  const buttons = row?.querySelectorAll<HTMLElement>("button") ?? [];
  return [...buttons].filter((button) => button.checkVisibility());
}
