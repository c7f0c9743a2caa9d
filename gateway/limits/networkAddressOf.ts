import { isIP, isIPv4 } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/** Where a request without a socket comes from: a test. */
const nowhere = "nowhere";

/**
 * Whose request this is, for limits: an IPv4 address, or the first half of an IPv6 address, since everybody has as many
 * of the second half as they like. A proxy in front adds the last hop of X-Forwarded-For; the hops before it are
 * whatever the client wrote.
 */
export function networkAddressOf(context: Context, isBehindProxy: boolean): string {
  if (isBehindProxy) {
    const lastHop = context.req.header("X-Forwarded-For")?.split(",").at(-1)?.trim() ?? "";
    if (isIP(lastHop)) return networkOf(lastHop);
  }
  return networkOf(socketAddressOf(context) ?? nowhere);
}

/** The other end of the connection itself; undefined for a request without one. */
export function socketAddressOf(context: Context): string | undefined {
  return context.env?.incoming === undefined ? undefined : getConnInfo(context).remote.address;
}

/** The part of an address that its holder cannot change at will. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || isIPv4(address) || !isIP(address)) return mapped ?? address;
  const [front = "", back] = address.split("%")[0]!.split("::");
  const groups = front === "" ? [] : front.split(":");
  if (back !== undefined) {
    const behind = back === "" ? 0 : back.split(":").length + (back.includes(".") ? 1 : 0);
    while (groups.length + behind < 8) groups.push("0");
    groups.push(...back.split(":"));
  }
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}
