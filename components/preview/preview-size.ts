/** What services expect of a large preview, pixels. */
export const PREVIEW_SIZE = { width: 1200, height: 630 };
