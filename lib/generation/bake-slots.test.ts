import { expect, it } from "vitest";
import { createBakeSlots } from "@/lib/generation/bake-slots";

it("hands out each number once at a time, first come, first served", async () => {
  const slots = createBakeSlots(2);
  const first = await slots.acquire();
  const second = await slots.acquire();
  expect([first.number, second.number]).toEqual([0, 1]);
  const order: string[] = [];
  const third = slots.acquire().then((slot) => {
    order.push("third");
    return slot;
  });
  const fourth = slots.acquire().then((slot) => {
    order.push("fourth");
    return slot;
  });
  second.release();
  second.release();
  expect((await third).number).toBe(1);
  first.release();
  expect((await fourth).number).toBe(0);
  expect(order).toEqual(["third", "fourth"]);
});

it("lets a waiter go when its signal aborts, and skips it", async () => {
  const slots = createBakeSlots(1);
  const held = await slots.acquire();
  const impatient = new AbortController();
  const gone = slots.acquire(impatient.signal);
  const patient = slots.acquire();
  impatient.abort(new Error("stopped"));
  await expect(gone).rejects.toThrow("stopped");
  await expect(slots.acquire(AbortSignal.abort(new Error("late")))).rejects.toThrow("late");
  held.release();
  expect((await patient).number).toBe(0);
});
