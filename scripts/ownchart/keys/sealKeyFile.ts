import { type Address, type Hex, bytesToHex, concat, hexToBytes } from "viem";
import { nonceSize, openAead, sealAead } from "#core/sealing/aead.ts";
import { addressBytes } from "#core/sealing/addressBytes.ts";
import { uint64 } from "#core/sealing/integerBytes.ts";
import { keyedHash } from "#core/sealing/keyedHash.ts";
import { randomBytes } from "#core/sealing/randomBytes.ts";
import { type Unlock, openVault } from "#core/sealing/vault/openVault.ts";
import type { Roots } from "#core/sealing/vault/roots.ts";
import { passphraseSlot } from "#core/sealing/vault/passphrase.ts";
import { recoverySlot } from "#core/sealing/vault/recoveryCode.ts";
import { sealVault } from "#core/sealing/vault/sealVault.ts";
import { walletKeyOf } from "#core/sealing/vault/walletKeyOf.ts";
import { privateKeyToAccount } from "viem/accounts";
import { CommandError } from "../CommandError.ts";
import type { KeyFile } from "./KeyFile.ts";

export type SealKeyFileParameters = { roots: Roots; recoveryCode: string; passphrase: string; chainId: number };

/** A key file that the passphrase unlocks, and the recovery code. */
export async function sealKeyFile({
  roots,
  recoveryCode,
  passphrase,
  chainId,
}: SealKeyFileParameters): Promise<KeyFile> {
  const walletKey = walletKeyOf(recoveryCode);
  const { address } = privateKeyToAccount(bytesToHex(walletKey));
  const slots = [await passphraseSlot(passphrase), recoverySlot(recoveryCode)];
  const vault = await sealVault({ roots, chainId, address, slots });
  const nonce = randomBytes(nonceSize);
  const box = sealAead({ nonce, plaintext: walletKey, ...walletSeal({ roots, chainId, address }) });
  return { ownchart: "keys", v: 1, chainId, vault, wallet: bytesToHex(concat([nonce, box])) };
}

/** What is in a key file. A wrong passphrase is refused as a vault refuses it: `SlotDoesNotOpen`. */
export async function openKeyFile({ file, unlock }: { file: KeyFile; unlock: Unlock }) {
  const { chainId, vault } = file;
  const address = vault.address as Address;
  const roots = await openVault({ vault, unlock, chainId, address });
  const box = hexToBytes(file.wallet);
  const [nonce, sealed] = [box.subarray(0, nonceSize), box.subarray(nonceSize)];
  const walletKey = openAead({ nonce, box: sealed, ...walletSeal({ roots, chainId, address }) });
  if (walletKey === undefined) throw new CommandError("KeyFileInvalid");
  const account = privateKeyToAccount(bytesToHex(walletKey) as Hex);
  if (account.address.toLowerCase() !== address) throw new CommandError("KeyFileInvalid");
  return { account, roots };
}

/** The oldest root stays in every vault that follows, so a newer vault opens the wallet as well. */
function walletSeal({ roots, chainId, address }: { roots: Roots; chainId: number; address: Address }) {
  const associated = concat([uint64(chainId), addressBytes(address)]);
  return { key: keyedHash(roots[0].root, "ownchart/key-file"), associated };
}
