/** In a frame there is no way on but out of it: every other page refuses to stand there. */
export default function EmbeddedNotFound() {
  return (
    <main id="content" className="flex flex-col gap-2 p-4">
      <h1 className="font-semibold text-base">There is no such board</h1>
      <p className="text-ink-2 text-sm">
        The frame’s address names a board that is not there.{" "}
        <a
          href="/leaderboard"
          target="_blank"
          rel="noopener"
          className="text-ink underline underline-offset-4"
        >
          See the leaderboard
        </a>
      </p>
    </main>
  );
}
