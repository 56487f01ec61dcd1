/** In characters, as forms count them. */
export const SHORTEST_PASSWORD = 12;
/** Longer ones would only cost time. */
export const LONGEST_PASSWORD = 200;
export const LONGEST_NAME = 80;
