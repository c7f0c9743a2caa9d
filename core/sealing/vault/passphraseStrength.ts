import { english as words } from "viem/accounts";
import { SealingError } from "../SealingError.ts";
import { readUint16 } from "../integerBytes.ts";
import { type RandomBytes, randomBytes } from "../randomBytes.ts";

/** Six words of 2,048, which are 66 bits. */
export function offerPassphrase(random: RandomBytes = randomBytes): string {
  const drawn = random(12);
  return Array.from({ length: 6 }, (_, i) => words[readUint16(drawn, 2 * i) % words.length]).join(" ");
}

/** How many tries somebody would need who knows words, names, dates and keyboards: the power of ten. */
export async function passphraseStrength(passphrase: string): Promise<number> {
  estimator ??= loadEstimator();
  return (await estimator).check(passphrase.normalize("NFKC")).guessesLog10;
}

/** A thousand cores, each of which tries ten a second, need three hundred years. */
export const leastPassphraseStrength = 14;

export async function requireStrongPassphrase(passphrase: string): Promise<void> {
  if ((await passphraseStrength(passphrase)) < leastPassphraseStrength) throw new SealingError("PassphraseTooWeak");
}

let estimator: ReturnType<typeof loadEstimator> | undefined;

/** Its dictionaries weigh more than all the rest of sealing, so they come when somebody chooses a passphrase. */
async function loadEstimator() {
  const [{ ZxcvbnFactory }, common, language] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]);
  const dictionary = { ...common.dictionary, ...language.dictionary };
  return new ZxcvbnFactory({ dictionary, graphs: common.adjacencyGraphs });
}
