"use client";

import { Component, type ReactNode } from "react";

type CanvasBoundaryProps = { onError: () => void; children: ReactNode };

/** A canvas that cannot start (no context, code that did not arrive) must not take the page with it. */
export class CanvasBoundary extends Component<CanvasBoundaryProps, { hasError: boolean }> {
  override state = { hasError: false };

  static getDerivedStateFromError() {
    return { hasError: true };
  }

  override componentDidCatch() {
    this.props.onError();
  }

  override render() {
    return this.state.hasError ? null : this.props.children;
  }
}
