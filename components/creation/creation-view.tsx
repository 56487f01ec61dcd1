"use client";

import { Rotate3d } from "lucide-react";
import dynamic from "next/dynamic";
import {
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { CanvasBoundary } from "@/components/viewer/canvas-boundary";
import { closeView, openView, useOpenViews } from "@/components/viewer/open-views";
import { creationAddresses } from "./creation-address";

const SingleViewer = dynamic(
  () => import("@/components/viewer/single-viewer").then((module) => module.SingleViewer),
  { ssr: false },
);

type CreationViewProps = {
  id: string;
  /** As it stands after "creation". */
  name: string;
  hasMaterials: boolean;
  /** The first poster: what is there before anybody asks for more, and stays until the object is drawn. */
  children: ReactNode;
};

/** A poster that gives way to a live view when the reader asks for it; nothing of that is fetched before. */
export function CreationView({ id, name, hasMaterials, children }: CreationViewProps) {
  const viewId = useId();
  const isOpen = useOpenViews().includes(viewId);
  const canOpen = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  const [hasFailed, setFailed] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const isReturning = useRef(false);
  const { glb, materials, posters } = creationAddresses(id);

  useEffect(() => () => closeView(viewId), [viewId]);
  useLayoutEffect(() => {
    if (isOpen || !isReturning.current) return;
    isReturning.current = false;
    opener.current?.focus({ preventScroll: true });
  }, [isOpen]);

  function close() {
    isReturning.current = true;
    closeView(viewId);
  }

  return (
    <div
      data-open={isOpen || undefined}
      className="group/view @container relative aspect-square bg-stage has-[section[data-state=posters]]:[&>img]:invisible has-[section[data-state=shown]]:[&>img]:invisible"
    >
      {children}
      {canOpen && (
        <button
          ref={opener}
          type="button"
          aria-label={`Look around creation ${name}`}
          aria-disabled={isOpen || hasFailed}
          onClick={() => openView(viewId)}
          className="absolute inset-0 flex items-end justify-start p-2 -outline-offset-2 group-has-[section]/view:hidden"
        >
          <span className="flex h-8 min-w-8 items-center justify-center gap-1.5 rounded-control bg-stage-panel @min-[13rem]:px-2.5 font-medium text-[13px] text-stage-ink outline outline-stage-line">
            <Rotate3d className="size-4 shrink-0" aria-hidden="true" />
            <span className={isOpen || hasFailed ? "pr-2" : "hidden @min-[13rem]:inline"}>
              {opensWord(isOpen, hasFailed)}
            </span>
          </span>
        </button>
      )}
      {isOpen && (
        <CanvasBoundary
          onError={() => {
            setFailed(true);
            close();
          }}
        >
          <SingleViewer
            name={name}
            files={{ glb, posters, materials: hasMaterials ? materials : null }}
            onClose={close}
          />
        </CanvasBoundary>
      )}
    </div>
  );
}

function opensWord(isOpen: boolean, hasFailed: boolean): string {
  if (hasFailed) return "The viewer did not come. Reload the page.";
  return isOpen ? "Opening…" : "Look around";
}

function neverChanges() {
  return () => {};
}
