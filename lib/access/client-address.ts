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
  const seen = (read("x-forwarded-for") ?? "").split(",").map((address) => address.trim());
  return seen.at(-trustedProxies) || peer;
}

/** The network of an address, /24 or /64: an attacker has more than one address of it. What is no address is "unknown". */
export function networkOf(address: string): string {
  // Some proxies add the port, and IPv6 addresses may name the interface they came in by.
  const plain = address
    .replace(/^\[(.*)\](:\d+)?$/, "$1")
    .replace(/^([\d.]+):\d+$/, "$1")
    .replace(/%.*$/, "");
  if (isIPv4(plain)) return networkOfIPv4(plain.split(".").map(Number));
  if (!isIPv6(plain)) return "unknown";
  const groups = expandIPv6(plain);
  const [high = 0, low = 0] = groups.slice(6);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) return networkOfIPv4([high >> 8, high & 0xff, low >> 8]);
  const prefix = groups.slice(0, 4).map((group) => group.toString(16));
  return `${prefix.join(":")}::/64`;
}

function networkOfIPv4(bytes: number[]): string {
  return `${bytes.slice(0, 3).join(".")}.0/24`;
}

/** The eight groups. */
function expandIPv6(address: string): number[] {
  // URLs have one way to write an address, with any IPv4 end in hexadecimal.
  const { hostname } = new URL(`http://[${address}]`);
  const [head = "", tail] = hostname.slice(1, -1).split("::");
  const groups = (text: string) =>
    text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16));
  const [first, last] = [groups(head), groups(tail ?? "")];
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
}
