import { Battle } from "@/components/battle/battle";

export default function BattlePage() {
  return <Battle />;
}
