import { isIPv4, isIPv6 } from "node:net";

/** The header in which the web process itself notes who opened the connection; one that a client sends is overwritten. */
export const PEER_HEADER = "x-polyduel-peer";

type HeaderReader = (name: string) => string | null;

/**
 * The address a request came from: the connection's own, or, behind so many trusted proxies, the one that the first of
 * them saw. Each proxy appends to X-Forwarded-For; whatever stands further left was sent by the client and proves nothing.
 */
export function clientAddress(read: HeaderReader, trustedProxies: number): string {
  const peer = read(PEER_HEADER) ?? "unknown";
  if (trustedProxies === 0) return peer;
  const seen = (read("x-forwarded-for") ?? "")
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "");
  return seen.at(-trustedProxies) ?? peer;
}

/** The network of an address, /24 or /64: an attacker has more than one address of it. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/i, "");
  if (isIPv4(plain)) return `${plain.split(".").slice(0, 3).join(".")}.0/24`;
  if (isIPv6(plain)) return `${expandIPv6(plain).slice(0, 4).join(":")}::/64`;
  return "unknown";
}

/** The eight groups, without leading zeroes. */
function expandIPv6(address: string): string[] {
  const [head = "", tail] = address.split("%")[0]?.split("::") ?? [];
  const groups = (text: string) => text.split(":").filter((group) => group !== "");
  const [first, last] = [groups(head), groups(tail ?? "")];
  const zeroes = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => "0");
  return [...first, ...(tail === undefined ? [] : zeroes), ...last].map((group) =>
    Number.parseInt(group, 16).toString(16),
  );
}
