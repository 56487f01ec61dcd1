import { beforeEach, describe, expect, it, vi } from "vitest";
import { homeOrbit } from "@/lib/viewer/orbit";
import { CameraLink, type SideCamera } from "./camera-link";
import type { Place, ViewHandle } from "./view-handle";

/** A view that reports where it was sent, as a live one does a frame later. */
function createView(camera: SideCamera) {
  const view = { home: vi.fn(), turn: vi.fn(), zoom: vi.fn(), pan: vi.fn(), follow: vi.fn() };
  view.follow.mockImplementation((place: Place) => camera.move(place));
  camera.attach(view satisfies ViewHandle);
  return view;
}

const place = (azimuth: number): Place => ({ orbit: { ...homeOrbit(1), azimuth }, aspect: 1 });

describe("CameraLink", () => {
  let link: CameraLink;
  let left: ReturnType<typeof createView>;
  let right: ReturnType<typeof createView>;
  beforeEach(() => {
    link = new CameraLink();
    link.begin("a battle");
    left = createView(link.left);
    right = createView(link.right);
  });

  it("makes the other camera follow the one in hand, and never the other way round", () => {
    link.right.lead();
    link.right.move(place(1));
    expect(left.follow).toHaveBeenCalledExactlyOnceWith(place(1));
    expect(right.follow).not.toHaveBeenCalled();
    link.left.move(place(2));
    expect(right.follow).not.toHaveBeenCalled();
  });

  it("gives the lead to the side whose keys or buttons are used", () => {
    link.right.turn(0.1, 0);
    expect(right.turn).toHaveBeenCalledWith(0.1, 0);
    link.right.move(place(1));
    expect(left.follow).toHaveBeenCalledTimes(1);
    link.left.zoom(0.8);
    link.right.move(place(2));
    expect(left.follow).toHaveBeenCalledTimes(1);
  });

  it("leaves both alone while unlinked, then takes over the view last used", () => {
    link.setLinked(false);
    link.left.lead();
    link.left.move(place(1));
    link.right.lead();
    link.right.move(place(2));
    expect(left.follow).not.toHaveBeenCalled();
    expect(right.follow).not.toHaveBeenCalled();
    link.setLinked(true);
    expect(left.follow).toHaveBeenCalledExactlyOnceWith(place(2));
  });

  it("remembers a place for a view that is made anew in the same battle only", () => {
    link.left.move(place(1));
    expect(link.left.recall("a battle")).toEqual(place(1));
    expect(link.left.recall("another")).toBeNull();
    link.begin("another");
    expect(link.left.recall("another")).toBeNull();
  });
});

describe("CameraLink of a page", () => {
  it("lets a camera that joins begin where the others stand, and all follow the one in hand", () => {
    const link = new CameraLink();
    link.begin("a page");
    const first = link.join("first");
    createView(first);
    first.lead();
    first.move(place(1));
    const second = link.join("second");
    expect(second.recall("a page")).toEqual(place(1));
    const third = createView(link.join("third"));
    const follower = createView(second);
    first.move(place(2));
    expect(third.follow).toHaveBeenCalledExactlyOnceWith(place(2));
    expect(follower.follow).toHaveBeenCalledExactlyOnceWith(place(2));
  });

  it("goes on from the cameras that stay when the leading one leaves", () => {
    const link = new CameraLink();
    link.begin("a page");
    const first = link.join("first");
    createView(first);
    createView(link.join("second"));
    first.lead();
    first.move(place(1));
    link.leave("first");
    expect(link.join("third").recall("a page")).toEqual(place(1));
    link.leave("second");
    link.leave("third");
    expect(link.join("fourth").recall("a page")).toBeNull();
  });

  it("begins at home when the cameras are not linked", () => {
    const link = new CameraLink();
    link.begin("a page");
    link.setLinked(false);
    const first = link.join("first");
    first.lead();
    first.move(place(1));
    expect(link.join("second").recall("a page")).toBeNull();
  });
});
