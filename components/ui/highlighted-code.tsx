import { highlightPython } from "./highlight-python";
import "./highlighted-code.css";

type HighlightedCodeProps = { label: string; source: string };

/** Python with syntax colours, in a box of its own that scrolls. */
export function HighlightedCode({ label, source }: HighlightedCodeProps) {
  return (
    <section
      aria-label={label}
      // A box that scrolls must be reachable by keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the box scrolls
      tabIndex={0}
      className="highlighted-code max-h-[60dvh] overflow-auto rounded-card border border-line bg-canvas"
    >
      <pre className="w-max min-w-full p-4 text-[13px] leading-5">
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: highlightPython escapes the source */}
        <code dangerouslySetInnerHTML={{ __html: highlightPython(source) }} />
      </pre>
    </section>
  );
}
