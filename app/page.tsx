import { Battle } from "@/components/battle/battle";
import { FIRST_REQUEST } from "@/components/battle/first-request";

export default function BattlePage() {
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant */}
      <script dangerouslySetInnerHTML={{ __html: FIRST_REQUEST }} />
      <Battle />
    </>
  );
}
