import { expect, it } from "vitest";
import { createTestDatabase } from "@/lib/database/test-database";
import { createWorld, TRACK } from "@/lib/database/test-world";
import { getEntrantFeed } from "@/lib/feed/data";
import { listSitemapEntries } from "@/lib/feed/sitemap-data";

it("tells of the newest entrants first, and what they are", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 55, prompts: 1 });
  const { id: modelId } = await db.model.create({
    data: { slug: "maker/m-1", name: "M 1", provider: "maker" },
  });
  await db.entrant.create({
    data: {
      ...{ slug: "m-1-low", name: "M 1 <low>", kind: "model", modelId },
      createdAt: new Date(Date.now() + 60_000),
    },
  });
  const { items } = await getEntrantFeed(db);
  expect(items).toHaveLength(50);
  expect(items[0]).toMatchObject({
    url: expect.stringMatching(/^http:\/\/.*\/entrants\/m-1-low$/),
    title: "M 1 <low>",
    summary: "M 1 by maker, under fixed settings.",
  });
  const times = items.map(({ addedAt }) => addedAt.getTime());
  expect(times).toEqual([...times].sort((a, b) => b - a));
});

it("lists every page and every creation that is not hidden once, and no battle", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 3, prompts: 4 });
  const creations = await db.creation.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  await db.creation.update({
    where: { id: creations[0]?.id ?? "" },
    data: { hiddenAt: new Date() },
  });
  const paths = (await listSitemapEntries(db)).map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths.filter((path) => path.startsWith("/creations/"))).toEqual(
    creations
      .slice(1)
      .map(({ id }) => `/creations/${id}`)
      .reverse(),
  );
  for (const path of ["/", "/prompts", "/prompts/prompt-3", "/entrants/entrant-2"])
    expect(paths).toContain(path);
  expect(paths).toContain(`/leaderboard?board=${TRACK}/odd`);
  expect(paths.some((path) => path.startsWith("/battles"))).toBe(false);

  const pages = paths.length - (creations.length - 1);
  const some = (await listSitemapEntries(db, pages + 2)).map(({ path }) => path);
  expect(some).toEqual(paths.slice(0, pages + 2));
});
