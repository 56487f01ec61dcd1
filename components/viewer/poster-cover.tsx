"use client";

import { type ReactNode, useState } from "react";

type PosterCoverProps = {
  letter: string;
  posterUrl: string | null;
  /** The poster is there, or will not come. */
  onSettled: () => void;
  children: ReactNode;
};

/**
 * Hides the canvas until both sides may appear. The poster was taken from the home orbit, so it fills the
 * central square just as the live view will.
 */
export function PosterCover({ letter, posterUrl, onSettled, children }: PosterCoverProps) {
  const [isBroken, setBroken] = useState(false);
  return (
    <div className="absolute inset-0 bg-stage">
      {posterUrl && !isBroken && (
        // biome-ignore lint/performance/noImgElement: a battle's own address, already sized; an optimiser would only cache what must stay private
        <img
          key={posterUrl}
          src={posterUrl}
          alt={`Creation ${letter}, still`}
          fetchPriority="high"
          draggable={false}
          onLoad={onSettled}
          onError={() => {
            setBroken(true);
            onSettled();
          }}
          className="size-full select-none object-contain"
        />
      )}
      {children}
    </div>
  );
}
