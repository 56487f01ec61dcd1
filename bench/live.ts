/** Vote → visible on an open leaderboard, at 100 votes/s with 500 readers on two web processes (DESIGN §10: p95 ≤ 2 s). */
import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { startArena, startSecondWeb } from "@/e2e/fixtures/arena";

const READERS = 500;
const VOTES_PER_SECOND = 100;
const SECONDS = 20;
const TOTAL = VOTES_PER_SECOND * SECONDS;

type Seen = { votes: number; at: number };

const arena = await startArena();
const second = await startSecondWeb(arena);
const webs = [arena.url, second.url];
try {
  const battles = await prepareBattles();
  const readers = Array.from({ length: READERS }, (_, index) =>
    follow(webs[index % 2] ?? arena.url),
  );
  await waitFor(() => readers.every(({ seen }) => seen.length > 0));
  const base = readers[0]?.seen[0]?.votes ?? 0;

  const acknowledged: number[] = [];
  const slowest = { ms: 0 };
  const begun = performance.now();
  const casting: Promise<void>[] = [];
  for (const [index, battle] of battles.entries()) {
    const due = begun + (index * 1000) / VOTES_PER_SECOND;
    if (due > performance.now()) await sleep(due - performance.now());
    casting.push(cast(webs[index % 2] ?? arena.url, battle, acknowledged, slowest));
  }
  await Promise.all(casting);
  const rate = TOTAL / ((performance.now() - begun) / 1000);
  await waitFor(() => readers.every(({ seen }) => (seen.at(-1)?.votes ?? 0) >= base + TOTAL));

  acknowledged.sort((one, other) => one - other);
  const latencies = readers.flatMap(({ seen }) =>
    acknowledged.map((at, index) => {
      const shown = seen.find((event) => event.votes >= base + index + 1);
      return (shown?.at ?? Number.POSITIVE_INFINITY) - at;
    }),
  );
  latencies.sort((one, other) => one - other);
  const quantile = (share: number) =>
    Math.round(latencies[Math.floor(share * (latencies.length - 1))] ?? 0);
  const result = {
    bench: "live",
    ...{ readers: READERS, votes: TOTAL, votesPerSecond: Math.round(rate) },
    ...{ p50Ms: quantile(0.5), p95Ms: quantile(0.95), maxMs: quantile(1) },
    slowestVoteMs: Math.round(slowest.ms),
  };
  console.table([result]);
  console.log(JSON.stringify(result));
} finally {
  await second.stop();
  await arena.stop();
}
process.exit(0);

type Battle = { id: string; cookie: string };

/** One open battle each for so many voters, asked for over HTTP before the clock runs. */
async function prepareBattles(): Promise<Battle[]> {
  const battles: Battle[] = [];
  for (let done = 0; done < TOTAL; done += 20)
    battles.push(
      ...(await Promise.all(
        Array.from({ length: 20 }, async (_, index) => {
          const response = await fetch(`${webs[index % 2]}/api/battles`, {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: "{}",
          });
          const { battleId } = await response.json();
          const cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
          return { id: battleId, cookie };
        }),
      )),
    );
  return battles;
}

async function cast(
  url: string,
  { id, cookie }: Battle,
  acknowledged: number[],
  slowest: { ms: number },
): Promise<void> {
  const sent = performance.now();
  const response = await fetch(`${url}/api/battles/${id}/vote`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify({ outcome: Math.random() < 0.5 ? "left" : "right" }),
  });
  if (response.status !== 201) throw new Error(`a vote was answered ${response.status}`);
  await response.arrayBuffer();
  acknowledged.push(performance.now());
  slowest.ms = Math.max(slowest.ms, performance.now() - sent);
}

/** One reader: notes when it is told of how many votes. */
function follow(url: string): { seen: Seen[] } {
  const seen: Seen[] = [];
  // The plain client: fetch would queue this many open answers.
  request(`${url}/api/leaderboard/stream?board=all`, { agent: false }, (response) => {
    let text = "";
    response.setEncoding("utf8");
    response.on("data", (chunk: string) => {
      const messages = (text + chunk).split("\n\n");
      text = messages.pop() ?? "";
      for (const message of messages) {
        const votes = /"votes":(\d+)/.exec(message)?.[1];
        if (votes) seen.push({ votes: Number(votes), at: performance.now() });
      }
    });
  }).end();
  return { seen };
}

async function waitFor(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error("waited too long");
    await sleep(50);
  }
}
