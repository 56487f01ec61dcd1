import type { Metadata } from "next";
import { DeadEnd } from "@/components/layout/dead-end";

export const metadata: Metadata = { title: "Not yours to see" };

export default function Forbidden() {
  return (
    <DeadEnd code={403} title="Your role may not see this">
      You are signed in, but this page is for the people who run the arena. An owner can give you a
      role that may.
    </DeadEnd>
  );
}
