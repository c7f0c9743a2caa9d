import { offerPassphrase } from "#core/sealing/vault/offerPassphrase.ts";
import { leastPassphraseStrength, passphraseStrength } from "#core/sealing/vault/passphraseStrength.ts";
import { CommandError } from "../CommandError.ts";
import type { Context } from "../Context.ts";
import { givenPassphrase } from "./readPassphrase.ts";

/** A passphrase for new keys: the one that was given, six words that are offered, or one's own. */
export async function choosePassphrase(context: Context): Promise<{ passphrase: string; isOffered: boolean }> {
  const given = await givenPassphrase(context);
  if (given !== undefined) return { passphrase: given, isOffered: false };
  const offered = offerPassphrase();
  context.print("A passphrase that nobody guesses:", "", `  ${offered}`, "");
  for (;;) {
    const own = await context.askSecret("Enter takes it; or type your own: ");
    if (own === undefined || own === "") return { passphrase: offered, isOffered: true };
    const strength = await passphraseStrength(own);
    context.print(`That takes about 10^${Math.floor(strength)} guesses; 10^${leastPassphraseStrength} are needed.`);
    if (strength < leastPassphraseStrength) continue;
    if ((await context.askSecret("Again: ")) !== own) throw new CommandError("PassphrasesDiffer");
    return { passphrase: own, isOffered: false };
  }
}
