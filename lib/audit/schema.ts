/** Who acted: a user, or a program on the terminal or a timer that has no account. */
export type Actor = { userId: string | null; name: string };

/** Whoever can run programs on the server. */
export const TERMINAL: Actor = { userId: null, name: "terminal" };

/** Whoever has the cron secret. */
export const TIMER: Actor = { userId: null, name: "cron secret" };
