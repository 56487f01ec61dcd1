/** How a script was found in a reply; `none`: there was nothing in it. */
export type Extraction = "verbatim" | "fenced" | "none";

export type FoundScript = { script: string; extraction: Extraction };

type Fence = { line: number; mark: string; label: string };
type Block = { label: string; lines: string[] };

const FENCE = /^[ \t]{0,3}(`{3,}|~{3,})[ \t]*([\w+.-]*)[ \t]*$/;
const PYTHON_LABELS = new Set(["", "python", "python3", "py", "py3", "bpy", "blender"]);
/** How nothing but Python begins. */
const PYTHON_START = /^\s*(?:import\s+\w|from\s+[\w.]+\s+import\s|"""|''')/;

/**
 * The script in a model's reply. As it is when no line is a Markdown fence; else the largest block that is
 * labelled Python or nothing, one without an end reaching to the reply's. Whether it is Python is for Blender to say.
 */
export function toScript(reply: string): FoundScript {
  const text = tidy(reply);
  if (!text.trim()) return { script: "", extraction: "none" };
  const lines = text.split(/\r?\n/);
  const fences = findFences(lines);
  // Fences in pairs within what begins as Python stand in its strings.
  const isWhole = PYTHON_START.test(text) && fences.length % 2 === 0;
  if (fences.length === 0 || isWhole) return { script: text, extraction: "verbatim" };
  const script = largestBlock(lines, fences) ?? withoutFences(lines, fences);
  return script.trim() ? { script, extraction: "fenced" } : { script: "", extraction: "none" };
}

/** What Postgres and Python both take: no byte order mark, no NUL, no lone halves of surrogate pairs. */
export function tidy(reply: string): string {
  return reply
    .replace(/^\ufeff/, "")
    .replaceAll("\u0000", "")
    .toWellFormed();
}

function findFences(lines: readonly string[]): Fence[] {
  return lines.flatMap((text, line) => {
    const [, mark, label] = FENCE.exec(text) ?? [];
    return mark ? [{ line, mark, label: (label ?? "").toLowerCase() }] : [];
  });
}

function largestBlock(lines: readonly string[], fences: readonly Fence[]): string | null {
  const scripts = listBlocks(lines, fences)
    .filter(({ label }) => PYTHON_LABELS.has(label))
    .map((block) => `${block.lines.join("\n")}\n`)
    .filter((script) => script.trim());
  return scripts.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** Blocks as CommonMark has them: closed by a bare fence of the same kind, as long or longer. */
function listBlocks(lines: readonly string[], fences: readonly Fence[]): Block[] {
  const blocks: Block[] = [];
  let open: Fence | null = null;
  for (const fence of fences) {
    if (!open) {
      open = fence;
    } else if (!fence.label && fence.mark.startsWith(open.mark)) {
      blocks.push({ label: open.label, lines: lines.slice(open.line + 1, fence.line) });
      open = null;
    }
  }
  if (open) blocks.push({ label: open.label, lines: lines.slice(open.line + 1) });
  return blocks;
}

/** For code that only ends with a fence, and for blocks in other languages: all that is there. */
function withoutFences(lines: readonly string[], fences: readonly Fence[]): string {
  const marked = new Set(fences.map(({ line }) => line));
  return `${lines.filter((_, line) => !marked.has(line)).join("\n")}\n`;
}

export type Critique = {
  needsFix: boolean;
  assessment: string;
  /** The new script; null unless a fix is needed. */
  script: string | null;
};

const VERDICT = /needs[\s_*-]*fix[\s*_`"':=-]*(yes|no)\b["'*_`]*/gi;
const LONGEST_ASSESSMENT_WORDS = 100;
const CODE_START =
  /^[ \t]{0,3}(?:`{3,}|~{3,}|<(?:code|CODE)>)|^(?:import\s+\w|from\s+[\w.]+\s+import\s)/m;

/**
 * A model's judgement of its own object. Whatever cannot be read (no verdict, or a YES without code) is a NO:
 * an object that works is not put at risk.
 */
export function toCritique(reply: string): Critique {
  const text = tidy(reply);
  const verdicts = [...text.matchAll(VERDICT)];
  const [verdict] = verdicts;
  const rest = verdict ? text.slice(verdict.index + verdict[0].length) : text;
  const codeAt = rest.search(CODE_START);
  const assessment = toAssessment(codeAt < 0 ? rest : rest.slice(0, codeAt));
  // One that says both says nothing.
  const wantsFix = verdicts.length > 0 && verdicts.every(([, word]) => /yes/i.test(word ?? ""));
  const code =
    codeAt < 0 ? "" : rest.slice(codeAt).replace(/^\s*<code>\s*\n?|<\/code>[\s\S]*$/gi, "");
  const script = wantsFix ? toScript(code).script : "";
  return script
    ? { needsFix: true, assessment, script }
    : { needsFix: false, assessment, script: null };
}

function toAssessment(text: string): string {
  const words = text
    .replace(/<\/?assessment>|\bassessment\b\s*:?|\bcode\b\s*:\s*$/gi, " ")
    .replace(/[*`#]+/g, " ")
    .split(/\s+/)
    .filter(Boolean);
  const isLong = words.length > LONGEST_ASSESSMENT_WORDS;
  return words.slice(0, LONGEST_ASSESSMENT_WORDS).join(" ") + (isLong ? " …" : "");
}
