/** First stop of the Tab key: past the header, to the page's own content. */
export function SkipLink() {
  return (
    <a
      href="#content"
      className="sr-only z-50 rounded-control bg-ink text-canvas text-sm focus-visible:not-sr-only focus-visible:fixed focus-visible:top-2 focus-visible:left-2 focus-visible:px-4 focus-visible:py-2.5"
    >
      Skip to content
    </a>
  );
}
