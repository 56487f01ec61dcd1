/** A list with nothing in it. */
export function NothingFound({ children }: { children: string }) {
  return (
    <p className="rounded-card border border-line bg-surface p-6 text-[15px] text-ink-2">
      {children}
    </p>
  );
}
