"use client";

import { useEffect, useEffectEvent, useState } from "react";

type CountdownProps = {
  /** Milliseconds since the epoch. */
  until: number;
  onEnd: () => void;
  toText?: (seconds: number) => string;
};

/** Counts down in words, then says when it is over. */
export function Countdown({ until, onEnd, toText = retryText }: CountdownProps) {
  const [seconds, setSeconds] = useState(() => secondsTo(until));
  const end = useEffectEvent(onEnd);

  useEffect(() => {
    const timer = setInterval(() => {
      const left = secondsTo(until);
      setSeconds(left);
      if (left > 0) return;
      clearInterval(timer);
      end();
    }, 250);
    return () => clearInterval(timer);
  }, [until]);

  return <span className="whitespace-nowrap tabular-nums">{toText(seconds)}</span>;
}

function retryText(seconds: number): string {
  return `Try again in ${seconds} s.`;
}

function secondsTo(until: number): number {
  return Math.max(0, Math.ceil((until - Date.now()) / 1000));
}
