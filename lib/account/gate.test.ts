import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { createGate } from "@/lib/account/gate";

test("so many run at once, so many wait, and the others are sent away", async () => {
  const gate = createGate({ atOnce: 2, waiting: 3 });
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await turn();
    running -= 1;
    return "done";
  };
  const results = await Promise.all(Array.from({ length: 8 }, () => gate.run(work)));
  expect(results).toEqual(["done", "done", "done", "done", "done", null, null, null]);
  expect(most).toBe(2);
  // Everybody is out again.
  expect(await Promise.all([gate.run(work), gate.run(work)])).toEqual(["done", "done"]);
});

test("work that fails makes room too", async () => {
  const gate = createGate({ atOnce: 1, waiting: 1 });
  const fail = () => Promise.reject(new Error("no"));
  await expect(Promise.all([gate.run(fail), gate.run(fail)])).rejects.toThrow("no");
  expect(await gate.run(async () => "in")).toBe("in");
});
