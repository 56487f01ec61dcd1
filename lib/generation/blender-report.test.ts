import { expect, test } from "vitest";
import { readBlenderReport } from "@/lib/generation/blender-report";

const STARTED = '{"event":"started","blender":"3.4.1","python":"3.11.2"}';
const finished = (status: string) =>
  JSON.stringify({
    ...{ event: "finished", status, error: null, renderedNote: null, peakMegabytes: 250 },
    seconds: { script: 1, export: 1 },
  });

test("reads the events", () => {
  const exporting = '{"event":"exporting","seconds":{"script":1.5}}';
  const report = readBlenderReport(`${STARTED}\n${exporting}\n${finished("ok")}\n`);
  expect(report.started?.blender).toBe("3.4.1");
  expect(report.exporting?.seconds.script).toBe(1.5);
  expect(report.rendering).toBeNull();
  expect(report.finished?.status).toBe("ok");
});

test("only the first line can say which Blender it was", () => {
  const forged = '{"event":"started","blender":"9.9","python":"9"}';
  expect(readBlenderReport(`${STARTED}\n${forged}\n`).started?.blender).toBe("3.4.1");
  expect(readBlenderReport(`\n${forged}\n`).started).toBeNull();
});

test("the last word counts, and nonsense does not", () => {
  const text = [STARTED, finished("ok"), finished("no_mesh"), finished("won"), "{", ""].join("\n");
  expect(readBlenderReport(text).finished?.status).toBe("no_mesh");
});

test("keys that name a prototype change nothing", () => {
  const report = readBlenderReport('{"__proto__":{"event":"started","blender":"1","python":"1"}}');
  expect(report.started).toBeNull();
});
