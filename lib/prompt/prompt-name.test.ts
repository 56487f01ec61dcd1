import { expect, it } from "vitest";
import { toSlug, toTitle } from "@/lib/prompt/prompt-name";

it.each([
  ["AgaveMonocot_seed0", "agave-monocot", "Agave monocot"],
  ["TVStand_seed3", "tv-stand-seed3", "Tv stand seed3"],
  ["CabinetDoorBase_seed0", "cabinet-door-base", "Cabinet door base"],
  ["a  red_Chair!", "a-red-chair", "A red chair"],
  ["Café déjà", "cafe-deja", "Cafe deja"],
  ["東京", "", ""],
])("names %s", (name, slug, title) => {
  expect(toSlug(name)).toBe(slug);
  expect(toTitle(name)).toBe(title);
});
