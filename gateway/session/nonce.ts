import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const lifetime = 600;

/**
 * A nonce for a sign-in that proves itself: random bytes, a date, and a seal over both. Nothing is stored for those who
 * only ask for one.
 */
export function createNonce(key: Uint8Array, now: number): string {
  const body = Buffer.concat([randomBytes(12), dateOf(now + lifetime)]);
  return Buffer.concat([body, seal(key, body)]).toString("hex");
}

/** When it ends; undefined where it is none of ours, or has ended. */
export function nonceExpiry(key: Uint8Array, nonce: string, now: number): number | undefined {
  if (!/^[0-9a-f]{64}$/.test(nonce)) return undefined;
  const bytes = Buffer.from(nonce, "hex");
  const body = bytes.subarray(0, 16);
  if (!timingSafeEqual(bytes.subarray(16), seal(key, body))) return undefined;
  const expiresAt = body.readUInt32BE(12);
  return expiresAt > now ? expiresAt : undefined;
}

function dateOf(time: number): Buffer {
  const date = Buffer.alloc(4);
  date.writeUInt32BE(time);
  return date;
}

function seal(key: Uint8Array, body: Uint8Array): Buffer {
  return createHmac("sha256", key).update(body).digest().subarray(0, 16);
}
