import "server-only";
import { headers } from "next/headers";
import { originOf } from "@/lib/access/same-origin";

/** Where the reader of the request being answered sees this arena: "https://arena.example". */
export async function requestOrigin(): Promise<string> {
  return originOf(await headers());
}
