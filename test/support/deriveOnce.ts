/**
 * Argon2id takes a quarter of a second on purpose, and the people of these tests unlock the same vaults hundreds of times:
 * what was derived once in this process is not derived again.
 */
import sumo from "libsodium-wrappers-sumo";

await sumo.ready;

type Derive = (...asked: unknown[]) => Uint8Array;
const library = sumo as unknown as { crypto_pwhash: Derive };
const derive = library.crypto_pwhash;

if (derive.name !== "deriveOnce") {
  const derived = new Map<string, Uint8Array>();
  library.crypto_pwhash = function deriveOnce(...asked) {
    const key = JSON.stringify(asked.map((one) => (one instanceof Uint8Array ? [...one] : one)));
    const known = derived.get(key) ?? derive(...asked);
    derived.set(key, known);
    return known.slice();
  };
}
