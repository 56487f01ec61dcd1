/** A cube cut down the middle: one side against the other. app/icon.svg draws the same. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={className}>
      <path d="M11 1.6v9.6L2.6 6.4z" className="fill-ink" opacity=".55" />
      <path d="M2 7.6l9 5.1v9.7l-9-5.1z" className="fill-ink" />
      <path d="M13 1.6v9.6l8.4-4.8z" className="fill-accent" opacity=".6" />
      <path d="M22 7.6l-9 5.1v9.7l9-5.1z" className="fill-accent" />
    </svg>
  );
}
