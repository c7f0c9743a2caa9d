import { sodium } from "#core/sealing/sodium.ts";
import type { Measure, Platform } from "../../../scripts/measure/Measure.ts";

/** What a bench needs of both places: a library in WebAssembly, another loaded late, WebCrypto, a clock, memory. */
export async function* measures({ kind, memory }: Platform): AsyncGenerator<Measure> {
  yield { name: `kind.${kind}`, value: sodium.crypto_generichash(32, "", null).length, unit: "B", peer: 64 };
  const { default: sumo } = await import("libsodium-wrappers-sumo");
  await sumo.ready;
  yield { name: "argon2id", value: sumo.crypto_pwhash_SALTBYTES, unit: "B" };
  yield { name: "memory", value: memory!(), unit: "B" };
  yield { name: "clock", value: finestStep(), unit: "ms" };
  throw new Error("The placeholder ends in an error.");
}

function finestStep(): number {
  const times = Array.from({ length: 100_000 }, () => performance.now());
  const steps = times.slice(1).map((time, index) => time - times[index]!);
  return Math.min(...steps.filter((step) => step > 0).slice(0, 1000));
}
