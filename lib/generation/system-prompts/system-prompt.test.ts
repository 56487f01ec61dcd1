import { expect, test } from "vitest";
import { apiNotes } from "@/lib/generation/system-prompts/api-notes";
import { systemPrompt } from "@/lib/generation/system-prompts/system-prompt";

const CONTRACT = {
  ...{ blender: "5.0.1", seconds: "240", materials: "Leave it untextured.", api_notes: "- none" },
};

test("a prompt is filled in, and known by its name, version and digest", () => {
  const contract = systemPrompt("contract", CONTRACT);
  expect(contract.text).toContain("in Blender 5.0.1 without a window");
  expect(contract.text).not.toMatch(/\{\{|undefined/);
  expect(contract).toMatchObject({ name: "contract", version: 1 });
  expect(contract.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(systemPrompt("contract", CONTRACT).sha256).toBe(contract.sha256);
  expect(systemPrompt("contract", { ...CONTRACT, seconds: "60" }).sha256).not.toBe(contract.sha256);
});

test("braces in what is filled in are left alone", () => {
  const { text } = systemPrompt("text-to-3d", { contract: 'f"{{blender}}" $& {{x}}' });
  expect(text).toContain('f"{{blender}}" $& {{x}}');
});

test("what is missing or has no place is an error", () => {
  const { seconds, ...rest } = CONTRACT;
  expect(() => systemPrompt("contract", rest)).toThrow(
    "contract.v1.md needs a value for {{seconds}}",
  );
  expect(() => systemPrompt("text-to-3d", { contract: "", seconds })).toThrow(
    "text-to-3d.v1.md has no place for seconds",
  );
});

test.each([
  ["3.4.1", [/`group\.inputs\.new/, /use_auto_smooth = True/, /"Specular"/, /"FAST" and "EXACT"/]],
  ["4.0.2", [/new_socket/, /use_auto_smooth = True/, /"Specular IOR Level"/, /"FAST" and "EXACT"/]],
  ["4.3.2 LTS", [/new_socket/, /calc_normals` are gone/, /Musgrave/, /"FAST" and "EXACT"/]],
  ["5.2.2 LTS", [/new_socket/, /calc_normals` are gone/, /"FLOAT", "EXACT" and "MANIFOLD"/]],
])("notes on Blender %s are of that version", (version, expected) => {
  const notes = apiNotes(version);
  for (const pattern of expected) expect(notes).toMatch(pattern);
  // Of two notes about one thing there is one.
  for (const topic of [/node group/g, /Principled/g, /boolean modifier/g])
    expect(notes.match(topic)).toHaveLength(1);
});
