import { expect, it } from "vitest";
import { highlightPython } from "./highlight-python";

it("colours Python and lets no markup of the source through", () => {
  const html = highlightPython('import bpy\nname = "<script>alert(1)</script>" # <b>\n');
  expect(html).toContain('<span class="hljs-keyword">import</span>');
  expect(html).not.toContain("<script>");
  expect(html).not.toContain("<b>");
});

it("shows a script that is too long plain, and as safe", () => {
  const html = highlightPython(`${"x = 1\n".repeat(50_000)}<script>`);
  expect(html).not.toContain("<span");
  expect(html).toContain("&lt;script&gt;");
});
