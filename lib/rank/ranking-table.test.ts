import { expect, test } from "vitest";
import type { RankOptions } from "./rank-votes";
import { rankVotes } from "./rank-votes";
import { rankingTable } from "./ranking-table";
import { flowing } from "./test-votes";

const OPTIONS: RankOptions = {
  ...{ board: "all", method: "bt", intervals: null, rounds: 20, seed: 0, inflationFrom: null },
};

const ROWS = [
  ...Array.from(
    { length: 1500 },
    (_, index) => `ant,bee,${index % 3 ? "left" : "right"},v${index}`,
  ),
  ...Array.from(
    { length: 50 },
    (_, index) => `bee,cat,${index % 2 ? "tie" : "both_bad"},v${index}`,
  ),
  "dog,ant,left,v0",
  "eel\x1b[31m,fox,left,v0",
  "ant,ant,left,v0",
];

async function tableOf(options: Partial<RankOptions> = {}, header = "voter"): Promise<string[]> {
  const text = [`left_entrant,right_entrant,outcome,${header}`, ...ROWS].join("\n");
  const given = { ...OPTIONS, ...options };
  return rankingTable(await rankVotes(flowing(text), given), given).split("\n");
}

test("aligned, who is not rated last and why, and what it was made from", async () => {
  expect(await tableOf()).toEqual([
    "Rank  Entrant        Rating     95 % interval  Battles  Win rate  Both bad  Status",
    "   1  ant            1080.3  1067.8 to 1092.7    1,501    66.6 %     0.0 %  rated",
    " 2–3  bee             959.9    953.6 to 966.1    1,550    33.9 %     1.6 %  rated",
    " 2–3  cat             959.9    950.9 to 968.8       50    50.0 %    50.0 %  rated",
    "   –  dog                 –                 –        1   100.0 %     0.0 %  not rated: undefeated",
    "   –  eel\\u{1b}[31m       –                 –        1   100.0 %     0.0 %  not rated: disconnected",
    "   –  fox                 –                 –        1     0.0 %     0.0 %  not rated: disconnected",
    "",
    "1,552 votes · 6 entrants · Bradley–Terry, ties half a win · intervals clustered by 1,500 voters · seed 0 · 1 bad row",
    "",
  ]);
});

test("Davidson has ranks without ranges, and its tie parameter", async () => {
  const table = await tableOf({ method: "davidson" });
  expect(table.slice(0, 2)).toEqual([
    "Rank  Entrant        Rating     95 % interval  Battles  Win rate  Both bad  Status",
    "   1  ant            1083.2  1070.2 to 1096.2    1,501    66.6 %     0.0 %  rated",
  ]);
  expect(table.at(-2)).toContain(
    "Davidson, tie parameter 0.071 (0.053 to 0.094) · plain intervals, which take every vote for independent · 1 bad row",
  );
});

test("online Elo has two columns, no ranks, and leaves nobody out", async () => {
  const table = await tableOf({ method: "elo" });
  expect(table.slice(0, 3)).toEqual([
    "Entrant         K = 4   K = 8  Battles  Win rate  Both bad",
    "ant            1059.2  1058.2    1,501    66.6 %     0.0 %",
    "dog            1002.4  1004.7        1   100.0 %     0.0 %",
  ]);
  expect(table.at(-2)).toContain("online Elo in the order of the file, which is no ranking");
});

test("the caption says where intervals come from, and with how little", async () => {
  const captionOf = async (options: Partial<RankOptions>, header?: string) =>
    (await tableOf(options, header)).at(-2);
  expect(await captionOf({}, "nobody")).toContain(
    "plain intervals, which take every vote for indep",
  );
  expect(await captionOf({ intervals: "bootstrap" })).toContain(
    "bootstrap intervals of 20 rounds ·",
  );
  const few = ["model_a,model_b,winner,judge", "ant,bee,tie,v1", "ant,bee,model_a,v2"].join("\n");
  const ranking = await rankVotes(flowing(few), OPTIONS);
  expect(rankingTable(ranking, OPTIONS)).toContain(
    "by 2 voters (so few that intervals are too narrow)",
  );
});
