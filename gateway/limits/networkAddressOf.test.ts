import fc from "fast-check";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { networkAddressOf, networkOf } from "./networkAddressOf.ts";

describe("the network of an address", () => {
  test.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["::FFFF:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0db8:0001:0002:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["2001:db8::", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["64:ff9b::192.0.2.33", "64:ff9b:0:0::/64"],
    ["1:2:3:4:5:6:192.0.2.33", "1:2:3:4::/64"],
  ])("of %s is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  test("is the same for whatever stands in the second half of an IPv6 address, and for nothing else", () => {
    const half = fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 0, max: 0xffff })));
    fc.assert(
      fc.property(half, half, half, half, (front, otherFront, back, otherBack) => {
        expect(networkOf(addressOf(front, otherBack))).toBe(networkOf(addressOf(front, back)));
        const isSame = String(front) === String(otherFront);
        expect(networkOf(addressOf(front, back)) === networkOf(addressOf(otherFront, back))).toBe(isSame);
      }),
    );
  });
});

/** As a URL spells it, shortened where it can be. */
function addressOf(front: readonly number[], back: readonly number[]): string {
  const groups = [...front, ...back].map((group) => group.toString(16));
  return new URL(`http://[${groups.join(":")}]`).hostname.slice(1, -1);
}

type Asking = { isBehindProxy: boolean; from: string; forwarded?: string };

async function asked({ isBehindProxy, from, forwarded }: Asking): Promise<string> {
  const app = new Hono().get("/", (context) => context.text(networkAddressOf(context, isBehindProxy)));
  const socket = { remoteAddress: from, remotePort: 1, remoteFamily: "IPv4" };
  const headers = forwarded === undefined ? {} : { "X-Forwarded-For": forwarded };
  return (await app.request("/", { headers }, { incoming: { socket } })).text();
}

describe("whose request it is", () => {
  test("says the connection, whatever the request claims", async () => {
    expect(await asked({ isBehindProxy: false, from: "192.0.2.1", forwarded: "198.51.100.9" })).toBe("192.0.2.1");
  });

  test("says behind a proxy the hop that the proxy added, and none that the client wrote", async () => {
    const asking = { isBehindProxy: true, from: "127.0.0.1" };
    expect(await asked({ ...asking, forwarded: "198.51.100.9" })).toBe("198.51.100.9");
    expect(await asked({ ...asking, forwarded: "203.0.113.5, 198.51.100.9" })).toBe("198.51.100.9");
    expect(await asked({ ...asking, forwarded: "203.0.113.5, 2001:db8:1:2::9" })).toBe("2001:db8:1:2::/64");
  });

  test.each([undefined, "", "unknown", "198.51.100.9, ", "198.51.100.9, x"])(
    "says the proxy itself where that says %j",
    async (forwarded) => {
      const asking = { isBehindProxy: true, from: "127.0.0.1", ...(forwarded !== undefined && { forwarded }) };
      expect(await asked(asking)).toBe("127.0.0.1");
    },
  );

  test("is one and the same where there is no connection", async () => {
    const app = new Hono().get("/", (context) => context.text(networkAddressOf(context, true)));
    expect(await (await app.request("/")).text()).toBe("nowhere");
  });
});
