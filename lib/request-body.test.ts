import { expect, test } from "vitest";
import * as z from "zod";
import { readJson } from "@/lib/http";
import { LARGEST_BODY_BYTES, readBody } from "@/lib/request-body";

function post(body: BodyInit): Request {
  const headers = { "content-type": "application/json" };
  // Node wants it for streams; the DOM's types do not know it.
  const init: RequestInit & { duplex: "half" } = { method: "POST", headers, body, duplex: "half" };
  return new Request("http://localhost/", init);
}

test("a body is read as text, whole characters and all, and none is empty", async () => {
  const bytes = new TextEncoder().encode("naïve 🏺");
  const stream = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  expect(await readBody(post(stream))).toBe("naïve 🏺");
  expect(await readBody(new Request("http://localhost/", { method: "POST" }))).toBe("");
  expect(await readBody(post("x".repeat(LARGEST_BODY_BYTES)))).toHaveLength(LARGEST_BODY_BYTES);
});

test("a body without an end is refused before it fills the memory", async () => {
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1000;
      controller.enqueue(new Uint8Array(1000).fill(97));
    },
  });
  await expect(readBody(post(endless))).rejects.toMatchObject({ code: "too_large" });
  expect(sent).toBeLessThan(LARGEST_BODY_BYTES + 10_000);
});

test("text that the database cannot hold is refused", async () => {
  const schema = z.object({ note: z.string() });
  await expect(readJson(post('{"note":"a\\u0000b"}'), schema)).rejects.toMatchObject({
    code: "invalid_input",
  });
  expect(await readJson(post('{"note":"a\\\\u0000b"}'), schema)).toEqual({ note: "a\\u0000b" });
});
