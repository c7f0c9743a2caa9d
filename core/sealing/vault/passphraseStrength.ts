import { SealingError } from "../SealingError.ts";

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
