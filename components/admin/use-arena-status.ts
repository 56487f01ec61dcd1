import { useEffect, useRef, useState } from "react";
import type { ArenaStatus } from "@/lib/admin/status-schema";

const PERIOD_MS = 2_000;
/** While a recompute runs there is more to see. */
const RUNNING_PERIOD_MS = 500;

type Watched = {
  status: ArenaStatus;
  /** Why the figures stand still: the server does not answer, or says no. */
  trouble: string | null;
  /** Asks now, without waiting for its turn. */
  askNow: () => void;
};

/** The arena's figures, asked for again every two seconds while the page is visible. */
export function useArenaStatus(initial: ArenaStatus): Watched {
  const [watched, setWatched] = useState<Omit<Watched, "askNow">>({
    status: initial,
    trouble: null,
  });
  const askNow = useRef(() => {});

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;

    async function ask() {
      const response = await fetch("/api/admin/status").catch(() => null);
      // Our own server made it; checking it again would cost every reader the checker.
      const status: ArenaStatus | null = response?.ok ? await response.json() : null;
      if (isOver) return;
      setWatched((before) =>
        status
          ? { status, trouble: null }
          : { ...before, trouble: troubleOf(response?.status ?? null) },
      );
      schedule(status?.recompute?.state === "running" ? RUNNING_PERIOD_MS : PERIOD_MS);
    }

    function schedule(periodMs: number) {
      clearTimeout(timer);
      if (!document.hidden) timer = setTimeout(ask, periodMs);
    }

    function follow() {
      clearTimeout(timer);
      if (!document.hidden) void ask();
    }

    askNow.current = follow;
    schedule(RUNNING_PERIOD_MS);
    document.addEventListener("visibilitychange", follow);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", follow);
    };
  }, []);

  return { ...watched, askNow: () => askNow.current() };
}

function troubleOf(status: number | null): string {
  if (status === 401) return "Your session has ended: sign in again.";
  if (status === 403) return "Your role may not see these figures any more.";
  return "The arena does not answer; these figures are from before.";
}
