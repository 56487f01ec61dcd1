"use client";

import { useEffect, useRef, useState } from "react";
import { homeOrbit } from "@/lib/viewer/orbit";
import { describeOrbit } from "@/lib/viewer/view-words";
import type { CameraLink } from "./camera-link";

type ViewAnnouncerProps = {
  link: CameraLink;
  /** How both are looked at, in words: said when it changes. */
  lookText: string;
};

/** Nobody wants to hear every step of a drag. */
const QUIET_MS = 900;

/** Says where the cameras came to rest, for those who do not see it. */
export function ViewAnnouncer({ link, lookText }: ViewAnnouncerProps) {
  const [said, setSaid] = useState("");
  const lastLook = useRef(lookText);

  useEffect(() => {
    if (lastLook.current === lookText) return;
    lastLook.current = lookText;
    setSaid(lookText);
  }, [lookText]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Every battle begins at home, which goes without saying.
    const home = describeOrbit(homeOrbit(1));
    const last = { left: home, right: home };
    const stops = (["left", "right"] as const).map((side) =>
      link[side].listen(({ orbit }) => {
        const words = describeOrbit(orbit);
        if (last[side] === words) return;
        last[side] = words;
        clearTimeout(timer);
        timer = setTimeout(() => {
          const who = link.isLinked ? "A and B" : side === "left" ? "A" : "B";
          setSaid(`${who} seen from ${words}.`);
        }, QUIET_MS);
      }),
    );
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [link]);

  return (
    <p aria-live="polite" data-testid="view-news" className="sr-only">
      {said}
    </p>
  );
}
