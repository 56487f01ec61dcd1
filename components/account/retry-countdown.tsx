"use client";

import { useEffect, useState } from "react";

/** How long it is no use to try again. The ticking is for the eyes; a screen reader hears the time once, and the end. */
export function RetryCountdown({ seconds }: { seconds: number }) {
  const [left, setLeft] = useState(seconds);

  useEffect(() => {
    const end = performance.now() + seconds * 1000;
    setLeft(seconds);
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      setLeft(rest);
      if (rest === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [seconds]);

  if (left === 0) return <p className="mt-1 font-medium">You can try again now.</p>;
  return (
    <p className="mt-1 font-medium tabular-nums">
      <span className="sr-only">Try again in {inWords(seconds)}.</span>
      <span aria-hidden="true">Try again in {onClock(left)}.</span>
    </p>
  );
}

function inWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (seconds < 60) return seconds === 1 ? "a second" : `${seconds} seconds`;
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}

function onClock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
