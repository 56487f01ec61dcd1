import type { Metadata } from "next";
import { DeadEnd } from "@/components/layout/dead-end";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <DeadEnd code={404} title="There is nothing here">
      The address may be old or mistyped. Nothing that you voted is lost.
    </DeadEnd>
  );
}
