import { SiteHeader } from "@/components/layout/site-header";
import { SkipLink } from "@/components/layout/skip-link";

/** Above every page but those that stand in somebody else's frame. */
export default function Header() {
  return (
    <>
      <SkipLink />
      <SiteHeader />
    </>
  );
}
