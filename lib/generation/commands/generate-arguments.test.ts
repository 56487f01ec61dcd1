import { expect, it } from "vitest";
import {
  ArgumentError,
  parseGenerateArguments,
} from "@/lib/generation/commands/generate-arguments";

const parse = (line: string) => parseGenerateArguments(line.split(" ").filter(Boolean));

it("reads a run with its defaults", () => {
  expect(parse("--entrants a,b --prompts all")).toEqual({
    name: "make",
    options: {
      entrants: ["a", "b"],
      prompts: ["all"],
      file: "entrants.yaml",
      track: "text-to-3d",
      replicates: 1,
      attempts: undefined,
      concurrency: 4,
      "max-cost": undefined,
      "dry-run": false,
      enqueue: false,
    },
  });
});

it("reads the other commands", () => {
  expect(parse("")).toEqual({ name: "help" });
  expect(parse("--help")).toEqual({ name: "help" });
  expect(parse("--status")).toEqual({ name: "status" });
  expect(parse("prompts import data --render")).toEqual({
    name: "import-prompts",
    path: "data",
    render: true,
  });
  expect(parse("blender fetch --suite trixie")).toMatchObject({
    name: "fetch-blender",
    options: { suite: "trixie" },
  });
  expect(parse("samples --only a/b --check")).toEqual({
    name: "samples",
    options: { only: "a/b", check: true },
  });
});

it.each([
  ["--entrants a", "--prompts is missing."],
  ["--entrants , --prompts x", "--entrants must name at least one."],
  ["--entrants a --prompts x --track video", "--track must be text-to-3d or image-to-3d."],
  ["--entrants a --prompts x --concurrency 0", "--concurrency must be at least 1."],
  ["--entrants a --prompts x --concurrency many", "--concurrency must be a number."],
  ["--entrants a --prompts x --max-cost -1", "argument is ambiguous"],
  ["--entrants a --prompts x --render", "--render does not belong here."],
  ["--status --entrants a", "--entrants does not belong here."],
  ["prompts import", "prompts import takes one file or folder."],
  ["prompts export x", "There is no prompts export x."],
  ["--wat", "Unknown option '--wat'"],
])("refuses %s", (line, message) => {
  expect(() => parse(line)).toThrow(ArgumentError);
  expect(() => parse(line)).toThrow(message);
});
