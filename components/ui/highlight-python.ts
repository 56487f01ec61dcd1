import highlighter from "highlight.js/lib/core";
import python from "highlight.js/lib/languages/python";

highlighter.registerLanguage("python", python);

/** Longer scripts are shown plain: colouring them would hold up a phone for seconds. */
const LONGEST = 200_000;

/** Python source as HTML with a class for each kind of token. Everything of the source is escaped. */
export function highlightPython(source: string): string {
  if (source.length > LONGEST) return escapeHtml(source);
  return highlighter.highlight(source, { language: "python", ignoreIllegals: true }).value;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
