import type { Place, ViewHandle } from "./view-handle";

/** One camera, a battle's side or one of a page's viewers, whatever draws it at the moment. */
export type SideCamera = Omit<ViewHandle, "follow"> & {
  /** A view takes over this camera; the answer takes it away again. */
  attach: (view: ViewHandle) => () => void;
  /** This camera was taken in hand: from now on the others follow it. */
  lead: () => void;
  /** This camera now stands there. */
  move: (place: Place) => void;
  /** Hears of every move, once the other cameras have followed. */
  listen: (hear: (place: Place) => void) => () => void;
  /** Where this camera last stood in a scene: a view that is made anew goes on from there. */
  recall: (sceneId: string) => Place | null;
};

type Hand = {
  view: ViewHandle | null;
  place: Place | null;
  listeners: Set<(place: Place) => void>;
};

/**
 * Cameras that show the same view of different objects: the two of a battle, or as many as a page has
 * open. Only the one that was last taken in hand is followed: what a follower reports is never sent back,
 * so they cannot fight.
 */
export class CameraLink {
  readonly #hands = new Map<string, Hand>();
  readonly left = this.#createCamera("left");
  readonly right = this.#createCamera("right");
  #isLinked = true;
  #leader = "left";
  #sceneId: string | null = null;

  get isLinked(): boolean {
    return this.#isLinked;
  }

  /** Linking makes the other cameras take the view of the one last used. */
  setLinked(isLinked: boolean): void {
    if (this.#isLinked === isLinked) return;
    this.#isLinked = isLinked;
    const { place } = this.#handOf(this.#leader);
    if (isLinked && place) this.#sendOthers(this.#leader, place);
  }

  /** A new scene is looked at from home. */
  begin(sceneId: string | null): void {
    if (this.#sceneId === sceneId) return;
    this.#sceneId = sceneId;
    this.#leader = "left";
    for (const hand of this.#hands.values()) hand.place = null;
  }

  /** One more camera, which begins where the others stand when they are linked. */
  join(key: string): SideCamera {
    const leading = this.#handOf(this.#leader).place;
    if (this.#isLinked) this.#handOf(key).place = leading;
    return this.#createCamera(key);
  }

  /** A camera that joined is no longer there; if it led, another one does. */
  leave(key: string): void {
    this.#hands.delete(key);
    if (this.#leader !== key) return;
    const next = [...this.#hands].find(([, { place }]) => place !== null);
    this.#leader = next?.[0] ?? "left";
  }

  home(): void {
    this.left.home();
    this.right.home();
  }

  #handOf(key: string): Hand {
    const hand = this.#hands.get(key) ?? { view: null, place: null, listeners: new Set() };
    this.#hands.set(key, hand);
    return hand;
  }

  #sendOthers(key: string, place: Place): void {
    for (const [other, { view }] of this.#hands) if (other !== key) view?.follow(place);
  }

  #createCamera(key: string): SideCamera {
    const act = (use: (view: ViewHandle) => void) => {
      this.#leader = key;
      const { view } = this.#handOf(key);
      if (view) use(view);
    };
    return {
      home: () => act((view) => view.home()),
      turn: (azimuth, polar) => act((view) => view.turn(azimuth, polar)),
      zoom: (factor) => act((view) => view.zoom(factor)),
      pan: (right, down) => act((view) => view.pan(right, down)),
      attach: (view) => {
        this.#handOf(key).view = view;
        return () => {
          const hand = this.#hands.get(key);
          if (hand?.view === view) hand.view = null;
        };
      },
      lead: () => {
        this.#leader = key;
      },
      move: (place) => {
        const hand = this.#handOf(key);
        hand.place = place;
        if (this.#isLinked && this.#leader === key) this.#sendOthers(key, place);
        for (const hear of hand.listeners) hear(place);
      },
      listen: (hear) => {
        const { listeners } = this.#handOf(key);
        listeners.add(hear);
        return () => void listeners.delete(hear);
      },
      recall: (sceneId) => (this.#sceneId === sceneId ? this.#handOf(key).place : null),
    };
  }
}
