import type { SlotKind } from "#core/sealing/vault/Vault.ts";
import { deviceSlot } from "#core/sealing/vault/device.ts";
import { passkeySlot } from "#core/sealing/vault/passkey.ts";
import { passphraseSlot } from "#core/sealing/vault/passphrase.ts";
import { recoverySlot } from "#core/sealing/vault/recoveryCode.ts";
import { walletKeyOf } from "#core/sealing/vault/walletKeyOf.ts";
import { type Roots, encodeRoots } from "#core/sealing/vault/roots.ts";
import { type NewSlot, sealVault } from "#core/sealing/vault/sealVault.ts";
import { randomFor } from "./randomFor.ts";
import { accounts, recoveryCodes, roots, scene } from "./scene.ts";

type Person = "subject" | "grantee";
export type VaultVector = Awaited<ReturnType<typeof vaultVector>>;

/** The subject's has a ligature, a wide letter and an accent apart, which NFKC takes for others. */
const passphrases: Record<Person, string> = {
  subject: "ﬁve Ｏwls u\u0308ber Łódź, 11 o'clock ½",
  grantee: "plum violin orbit saddle gravel mist",
};

export async function vaultVectors(): Promise<VaultVector[]> {
  const older = { firstEpoch: 0, root: randomFor("older root of the grantee")(32) };
  return [
    await vaultVector({
      of: "subject",
      kinds: ["passkey", "passphrase", "recovery", "device"],
      content: [{ firstEpoch: 0, root: roots.subject }],
    }),
    await vaultVector({
      of: "grantee",
      kinds: ["device", "passphrase", "recovery"],
      content: [older, { firstEpoch: 2 ** 31 + 1, root: roots.grantee }],
    }),
  ];
}

async function vaultVector({ of, kinds, content }: { of: Person; kinds: SlotKind[]; content: Roots }) {
  const slots: NewSlot[] = [];
  for (const kind of kinds) slots.push(await newSlot[kind](of));
  const json = await sealVault({
    roots: content,
    chainId: scene.chainId,
    address: scene[of],
    slots,
    random: randomFor(`vault of the ${of}`),
  });
  const factors: Partial<Record<SlotKind, Uint8Array>> = Object.fromEntries(
    slots.map(({ kind, factor }) => [kind, factor]),
  );
  const typed = { passphrase: passphrases[of], recovery: recoveryCodes[of] };
  const walletKey = walletKeyOf(recoveryCodes[of]);
  return { json, content: encodeRoots(content), factors: { ...factors, ...typed, walletKey } };
}

const newSlot: Record<SlotKind, (of: Person) => NewSlot | Promise<NewSlot>> = {
  passphrase: (of) => passphraseSlot(passphrases[of], randomFor(`passphrase of the ${of}`)),
  recovery: (of) => recoverySlot(recoveryCodes[of], randomFor(`recovery slot of the ${of}`)),
  passkey(of) {
    const random = randomFor(`passkey of the ${of}`);
    const answer = async () => ({ credential: random(16), factor: random(32) });
    return passkeySlot({ create: answer, ask: answer }, random);
  },
  device(of) {
    const random = randomFor(`device of the ${of}`);
    const { address, signMessage } = accounts[of];
    const device = {
      address,
      chainId: scene.chainId,
      domain: "ownchart.example",
      uri: "https://ownchart.example",
      signMessage: (message: string) => signMessage({ message }),
      secret: random(32),
    };
    return deviceSlot(device, random);
  },
};
