import { SECTIONS } from "./sections";

/** The list of sections: above the text on a phone, beside it where there is room. */
export function Contents() {
  return (
    <nav aria-label="On this page" className="lg:sticky lg:top-6">
      <ol className="columns-2 gap-x-6 text-[13px] leading-5 lg:columns-1">
        {SECTIONS.map(({ id, title }) => (
          <li key={id} className="break-inside-avoid">
            <a
              href={`#${id}`}
              className="block py-1 text-ink-2 underline-offset-4 hover:text-ink hover:underline pointer-coarse:py-2"
            >
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
