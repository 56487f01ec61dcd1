import type { Side } from "@/lib/battle/schema";
import type { Place, ViewHandle } from "./view-handle";

/** One side's camera, whatever draws it at the moment. */
export type SideCamera = Omit<ViewHandle, "follow"> & {
  /** A view takes over this side; the answer takes it away again. */
  attach: (view: ViewHandle) => () => void;
  /** The voter took this camera in hand: from now on the other one follows it. */
  lead: () => void;
  /** This camera now stands there. */
  move: (place: Place) => void;
  /** Hears of every move, once the other camera has followed. */
  listen: (hear: (place: Place) => void) => () => void;
  /** Where this camera last stood in a battle: a view that is made anew goes on from there. */
  recall: (battleId: string) => Place | null;
};

type Hand = {
  view: ViewHandle | null;
  place: Place | null;
  listeners: Set<(place: Place) => void>;
};

/**
 * Two cameras that show the same view of two objects. Only the one that was last taken in hand is
 * followed: what a follower reports is never sent back, so the two cannot fight.
 */
export class CameraLink {
  readonly left = this.#createCamera("left");
  readonly right = this.#createCamera("right");
  #isLinked = true;
  #leader: Side = "left";
  #battleId: string | null = null;
  readonly #hands: Record<Side, Hand> = {
    left: { view: null, place: null, listeners: new Set() },
    right: { view: null, place: null, listeners: new Set() },
  };

  get isLinked(): boolean {
    return this.#isLinked;
  }

  /** Linking makes the other camera take the view of the one last used. */
  setLinked(isLinked: boolean): void {
    if (this.#isLinked === isLinked) return;
    this.#isLinked = isLinked;
    const { place } = this.#hands[this.#leader];
    if (isLinked && place) this.#other(this.#leader).view?.follow(place);
  }

  /** A new battle is looked at from home. */
  begin(battleId: string | null): void {
    if (this.#battleId === battleId) return;
    this.#battleId = battleId;
    this.#leader = "left";
    this.#hands.left.place = null;
    this.#hands.right.place = null;
  }

  home(): void {
    this.left.home();
    this.right.home();
  }

  #other(side: Side): Hand {
    return this.#hands[side === "left" ? "right" : "left"];
  }

  #createCamera(side: Side): SideCamera {
    const act = (use: (view: ViewHandle) => void) => {
      this.#leader = side;
      const { view } = this.#hands[side];
      if (view) use(view);
    };
    return {
      home: () => act((view) => view.home()),
      turn: (azimuth, polar) => act((view) => view.turn(azimuth, polar)),
      zoom: (factor) => act((view) => view.zoom(factor)),
      pan: (right, down) => act((view) => view.pan(right, down)),
      attach: (view) => {
        this.#hands[side].view = view;
        return () => {
          if (this.#hands[side].view === view) this.#hands[side].view = null;
        };
      },
      lead: () => {
        this.#leader = side;
      },
      move: (place) => {
        this.#hands[side].place = place;
        if (this.#isLinked && this.#leader === side) this.#other(side).view?.follow(place);
        for (const hear of this.#hands[side].listeners) hear(place);
      },
      listen: (hear) => {
        const { listeners } = this.#hands[side];
        listeners.add(hear);
        return () => void listeners.delete(hear);
      },
      recall: (battleId) => (this.#battleId === battleId ? this.#hands[side].place : null),
    };
  }
}
