import { expect, test } from "vitest";
import { clientAddress, networkOf, PEER_HEADER } from "@/lib/access/client-address";

function read(headers: Record<string, string>) {
  return (name: string) => headers[name] ?? null;
}

test("without proxies the connection alone counts, whatever the client says", () => {
  const headers = read({ [PEER_HEADER]: "192.0.2.7", "x-forwarded-for": "203.0.113.9" });
  expect(clientAddress(headers, 0)).toBe("192.0.2.7");
  expect(clientAddress(read({ "x-forwarded-for": "203.0.113.9" }), 0)).toBe("unknown");
});

test("behind proxies the entry of the first trusted one counts, not what was sent to it", () => {
  const headers = read({
    [PEER_HEADER]: "127.0.0.1",
    "x-forwarded-for": "6.6.6.6, 203.0.113.9 ,10.0.0.2",
  });
  expect(clientAddress(headers, 1)).toBe("10.0.0.2");
  expect(clientAddress(headers, 2)).toBe("203.0.113.9");
});

test("whoever comes past the proxies is who the connection says", () => {
  const peer = { [PEER_HEADER]: "192.0.2.7" };
  expect(clientAddress(read(peer), 1)).toBe("192.0.2.7");
  expect(clientAddress(read({ ...peer, "x-forwarded-for": "6.6.6.6" }), 2)).toBe("192.0.2.7");
  expect(clientAddress(read({ ...peer, "x-forwarded-for": "" }), 1)).toBe("192.0.2.7");
});

test.each([
  ["192.0.2.7", "192.0.2.0/24"],
  ["192.0.2.7:4711", "192.0.2.0/24"],
  ["::ffff:192.0.2.7", "192.0.2.0/24"],
  ["::FFFF:c000:0207", "192.0.2.0/24"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8::1", "2001:db8:0:0::/64"],
  ["[2001:db8::1]:443", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["64:ff9b::192.0.2.7", "64:ff9b:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["1:2:3:4:5:6:192.0.2.7", "1:2:3:4::/64"],
])("the network of %s is %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test.each(["", "unknown", "_hidden", "192.0.2", "192.0.2.256", "a:b", "1::2::3", "\0", "[::1"])(
  "%j is no address",
  (address) => {
    expect(networkOf(address)).toBe("unknown");
  },
);
