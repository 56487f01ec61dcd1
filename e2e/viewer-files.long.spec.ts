import { createGlb, KINDS } from "./fixtures/kinds-of-glb";
import { intersectionOverUnion } from "./fixtures/silhouette";
import { expect, test } from "./fixtures/test";
import { extentOf, openBattle, SIDES, shownSilhouette } from "./fixtures/viewers";

const SHADINGS = ["Clay", "Normals", "Wireframe"] as const;

test("Files of every kind fill their viewers in every shading, all like a plain one", async ({
  page,
}) => {
  const names = Object.keys(KINDS);
  let shown: Record<(typeof SIDES)[number], string> = { left: "", right: "" };
  for (const side of SIDES)
    await page.route(`**/${side}.glb`, async (route) =>
      route.fulfill({
        body: await createGlb(KINDS[shown[side]] ?? {}),
        contentType: "model/gltf-binary",
      }),
    );
  const plain: Partial<Record<string, boolean[]>> = {};
  for (let at = 0; at < names.length; at += 2) {
    shown = { left: names[at] ?? "", right: names[at + 1] ?? "" };
    await openBattle(page);
    for (const shading of SHADINGS) {
      await page.getByRole("button", { name: `${shading} shading` }).click();
      await page.mouse.move(2, 2);
      for (const side of SIDES) {
        const message = `${shown[side]}, ${shading}`;
        const silhouette = await shownSilhouette(page, side);
        plain[shading] ??= silhouette;
        const extent = extentOf(silhouette);
        expect(extent, message).toBeGreaterThan(0.4);
        expect(extent, message).toBeLessThan(0.95);
        expect(intersectionOverUnion(plain[shading], silhouette), message).toBeGreaterThan(0.98);
      }
    }
  }
});
