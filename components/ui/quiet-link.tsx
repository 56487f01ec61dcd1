import Link from "next/link";
import type { ComponentProps } from "react";

/**
 * A link that fetches nothing before it is followed. A battle must not draw the leaderboard's names into
 * the browser ahead of the vote (DESIGN §6), nor a table the battle's code.
 */
export function QuietLink(props: ComponentProps<typeof Link>) {
  return <Link {...props} prefetch={false} />;
}
