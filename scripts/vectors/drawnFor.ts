import type { RandomBytes } from "#core/sealing/randomBytes.ts";
import { randomFor } from "./randomFor.ts";

/**
 * Runs something with the randomness of a name. libsodium draws by itself when it seals to an X25519 key, so for as long
 * as this runs, whatever asks the platform gets bytes of the name too. It must not wait for anything.
 */
export function drawnFor<Result>(name: string, run: (random: RandomBytes) => Result): Result {
  const random = randomFor(name);
  const { getRandomValues } = crypto;
  crypto.getRandomValues = (view) => {
    const { buffer, byteOffset, byteLength } = view;
    new Uint8Array(buffer, byteOffset, byteLength).set(random(byteLength));
    return view;
  };
  try {
    return run(random);
  } finally {
    crypto.getRandomValues = getRandomValues;
  }
}
