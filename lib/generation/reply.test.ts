import { expect, test } from "vitest";
import { toCritique, toScript } from "@/lib/generation/reply";

const CODE = "import bpy\nbpy.ops.mesh.primitive_cube_add()\n";

test.each([
  ["nothing but code", CODE, CODE],
  ["code after a byte order mark", `\ufeff${CODE}`, CODE],
  ["code with NUL", CODE.replace("import", "imp\0ort"), CODE],
  ["prose", "I cannot do that.", "I cannot do that."],
  [
    "code whose docstring holds a fence",
    `"""\n\`\`\`\nhi\n\`\`\`\n"""\n${CODE}`,
    `"""\n\`\`\`\nhi\n\`\`\`\n"""\n${CODE}`,
  ],
])("%s is taken as it is", (_, reply, script) => {
  expect(toScript(reply)).toEqual({ script, extraction: "verbatim" });
});

test.each([
  ["a block", `\`\`\`python\n${CODE}\`\`\``],
  ["a block with prose around it", `Sure!\n\n\`\`\`py\n${CODE}\`\`\`\nHope this helps.`],
  ["a block without a label", `\`\`\`\n${CODE}\`\`\`\n`],
  ["a block of tildes", `~~~Python\n${CODE}~~~`],
  ["a block with a longer fence", `\`\`\`\`python\n${CODE}\`\`\`\``],
  ["a block without an end", `Here:\n\`\`\`python\n${CODE.trimEnd()}`],
  ["an indented block", `1. So:\n   \`\`\`python\n${CODE}   \`\`\``],
  ["Windows line ends", `\`\`\`python\n${CODE}\`\`\`\n`.replaceAll("\n", "\r\n")],
  ["the largest of several", `\`\`\`python\nimport bpy\n\`\`\`\nor\n\`\`\`python\n${CODE}\`\`\``],
  [
    "not the output that is larger",
    `\`\`\`python\n${CODE}\`\`\`\n\`\`\`text\n${"x\n".repeat(99)}\`\`\``,
  ],
  ["code that only ends with a fence", `${CODE}\`\`\``],
  ["an empty block before it", `\`\`\`\n\`\`\`\n${CODE}`],
])("%s: its code is taken", (_, reply) => {
  const { script, extraction } = toScript(reply);
  expect(script.trim()).toBe(CODE.trim());
  expect(extraction).toBe("fenced");
});

test.each(["", "  \n", "\ufeff\n", "\0"])("%j holds no script", (reply) => {
  expect(toScript(reply)).toEqual({ script: "", extraction: "none" });
});

test.each([
  ["plain", `NEEDS_FIX: YES\nThe handle is missing.\n\`\`\`python\n${CODE}\`\`\``],
  [
    "in bold",
    `**NEEDS_FIX:** yes\n\n**Assessment:** The handle is missing.\n\n\`\`\`python\n${CODE}\`\`\``,
  ],
  [
    "with tags",
    `NEEDS_FIX: YES\n<assessment>\nThe handle is missing.\n</assessment>\n<code>\n${CODE}</code>`,
  ],
  ["without a fence", `Needs fix = Yes\nThe handle is missing.\n${CODE}`],
  [
    "with a fence in tags",
    `needs_fix: "YES"\nThe handle is missing.\n<code>\n\`\`\`python\n${CODE}\`\`\`\n</code>\nDone.`,
  ],
])("a critique %s is read", (_, reply) => {
  const critique = toCritique(reply);
  expect(critique).toMatchObject({ needsFix: true, assessment: "The handle is missing." });
  expect(critique.script?.trim()).toBe(CODE.trim());
});

test.each([
  ["a no", "NEEDS_FIX: NO\nAll parts are there.", "All parts are there."],
  ["a no with code", `NEEDS_FIX: no\nFine.\n\`\`\`python\n${CODE}\`\`\``, "Fine."],
  ["a yes without code", "NEEDS_FIX: YES\nThe handle is missing.", "The handle is missing."],
  ["a yes with an empty block", "NEEDS_FIX: YES\nBad.\n```python\n```", "Bad."],
  ["no verdict", `Looks good to me.\n\`\`\`python\n${CODE}\`\`\``, "Looks good to me."],
  ["nothing", "", ""],
])("%s changes nothing", (_, reply, assessment) => {
  expect(toCritique(reply)).toEqual({ needsFix: false, assessment, script: null });
});

test("a verdict that says both is none", () => {
  const reply = `NEEDS_FIX: NO or NEEDS_FIX: YES\n\`\`\`python\n${CODE}\`\`\``;
  expect(toCritique(reply)).toMatchObject({ needsFix: false, script: null });
});

test("an assessment is kept to a hundred words", () => {
  const words = toCritique(`NEEDS_FIX: NO\n${"word ".repeat(150)}`).assessment.split(" ");
  expect(words).toHaveLength(101);
  expect(words.at(-1)).toBe("…");
});
