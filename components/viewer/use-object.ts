import { useEffect, useEffectEvent, useState } from "react";
import type { Group } from "three";
import { FetchRefused, fetchBytes, type Progress } from "./fetch-bytes";

export type ObjectLoad =
  | { status: "loading"; progress: Progress | null; isSlow: boolean }
  | { status: "loaded"; object: Group }
  | { status: "failed" };

type ObjectSource = {
  /** Null while there is nothing to load. */
  url: string | null;
  /** Counted up to try again. */
  attempt: number;
  /** Told the server's status, or null when it could not be reached or the file could not be read. */
  onFail: (status: number | null) => void;
};

const STARTING: ObjectLoad & { status: "loading" } = {
  status: "loading",
  progress: null,
  isSlow: false,
};

/** After this long the bar alone is not enough, and the bytes are said. */
const SLOW_AFTER_MS = 8000;

/** Fetches and parses a GLB. A stage frees what it holds on the GPU (`StagedObject`), this hook its pictures. */
export function useObject({ url, attempt, onFail }: ObjectSource): ObjectLoad {
  const key = `${attempt}:${url}`;
  const [entry, setEntry] = useState<{ key: string; load: ObjectLoad } | null>(null);
  const fail = useEffectEvent(onFail);

  useEffect(() => {
    if (url === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    let loading: ObjectLoad & { status: "loading" } = STARTING;

    function update(load: ObjectLoad) {
      if (!signal.aborted) setEntry({ key, load });
    }
    function updateLoading(change: Partial<typeof loading>) {
      loading = { ...loading, ...change };
      update(loading);
    }

    async function load(source: string) {
      const onProgress = throttle((progress: Progress) => updateLoading({ progress }));
      const bytes = await fetchBytes(source, { signal, onProgress });
      // Not sooner: posters come before code. The canvas asks for most of the same code meanwhile.
      const { closeWhenUnstaged, parseObject } = await import("./parse-object");
      const object = await parseObject(bytes);
      if (signal.aborted) closeWhenUnstaged(object);
      else signal.addEventListener("abort", () => closeWhenUnstaged(object));
      update({ status: "loaded", object });
    }

    const slowTimer = setTimeout(() => updateLoading({ isSlow: true }), SLOW_AFTER_MS);
    load(url)
      .catch((error: unknown) => {
        if (signal.aborted) return;
        update({ status: "failed" });
        fail(error instanceof FetchRefused ? error.status : null);
      })
      .finally(() => clearTimeout(slowTimer));

    return () => {
      clearTimeout(slowTimer);
      controller.abort();
    };
  }, [key, url]);

  return entry?.key === key ? entry.load : STARTING;
}

/** At most ten calls a second: a bar needs no more, and each one renders. */
function throttle<Value>(call: (value: Value) => void): (value: Value) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (value) => {
    const now = performance.now();
    if (now - last < 100) return;
    last = now;
    call(value);
  };
}
