"use client";

import { useEffect, useRef, useState } from "react";
import { homeOrbit } from "@/lib/viewer/orbit";
import { describeOrbit } from "@/lib/viewer/view-words";
import type { SideCamera } from "./camera-link";

/** Nobody wants to hear every step of a drag. */
const QUIET_MS = 900;

/** Says where a viewer's camera came to rest, for those who do not see it: of linked ones, the one in use. */
export function PlaceNews({ camera }: { camera: SideCamera }) {
  const [said, setSaid] = useState("");
  const line = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = describeOrbit(homeOrbit(1));
    const stop = camera.listen(({ orbit }) => {
      const words = describeOrbit(orbit);
      const isInUse = line.current?.closest("section")?.contains(document.activeElement);
      if (last === words || !isInUse) return;
      last = words;
      clearTimeout(timer);
      timer = setTimeout(() => setSaid(`Seen from ${words}.`), QUIET_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [camera]);

  return (
    <p ref={line} aria-live="polite" className="sr-only">
      {said}
    </p>
  );
}
