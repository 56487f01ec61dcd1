import { useState } from "react";
import type { Group } from "three";
import { useObject } from "./use-object";

type MaterialsSource = {
  /** Null in a battle before the vote, and where there is no such file. */
  url: string | null;
  /** They are to be seen now. */
  isChosen: boolean;
};

/** The file with an object's materials: fetched when first chosen, then kept until another object takes its place. */
export function useMaterials({ url, isChosen }: MaterialsSource): {
  object: Group | null;
  /** Chosen and not there: clay has to stay. */
  isWanting: boolean;
  note: string | null;
} {
  const [wantedUrl, setWantedUrl] = useState<string | null>(null);
  if (isChosen && wantedUrl !== url) setWantedUrl(url);
  const load = useObject({
    url: wantedUrl === url ? url : null,
    attempt: 0,
    onFail: () => {},
  });

  if (!isChosen) return { object: null, isWanting: false, note: null };
  if (url === null) return { object: null, isWanting: true, note: "No materials for this one" };
  switch (load.status) {
    case "loaded":
      return { object: load.object, isWanting: false, note: null };
    case "failed":
      return { object: null, isWanting: true, note: "The materials did not load" };
    case "loading":
      return { object: null, isWanting: true, note: "Loading materials…" };
  }
}
