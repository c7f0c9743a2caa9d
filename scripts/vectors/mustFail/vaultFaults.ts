import { bytesToHex, concat, hexToBytes, stringToBytes } from "viem";
import { addressBytes } from "#core/sealing/addressBytes.ts";
import type { SealingErrorName } from "#core/sealing/sealingErrorSentences.ts";
import type { SlotKind } from "#core/sealing/vault/Vault.ts";
import { randomFor } from "../randomFor.ts";
import { elsewhere, recoveryCodes, scene } from "../scene.ts";
import type { VaultVector } from "../vaultVectors.ts";
import type { Fault } from "./Fault.ts";
import { flipped } from "./flipped.ts";
import { vaultByHand, vaultWith } from "./vaultByHand.ts";

/** What does not unlock; of the subject's vault each time the one slot that is tried. */
export async function vaultFaults(vault: VaultVector): Promise<Fault[]> {
  return [...(await misplaced()), ...(await mistyped()), ...(await sealedOtherwise()), ...wrongFactors(vault)];
}

export function refusedVault(expect: SealingErrorName, what: string, json: unknown, inputs: object = {}): Fault {
  const subject = { address: addressBytes(scene.subject), factor: recoveryCodes.subject };
  return { what, kind: "vault", expect, slot: "recovery", json, ...subject, ...inputs };
}

async function misplaced(): Promise<Fault[]> {
  const sound = await vaultByHand();
  const stranger = { address: addressBytes(elsewhere.address) };
  const refused: [string, unknown, object?][] = [
    ["on another chain", sound, { chainId: elsewhere.chainId }],
    ["on the chain whose number has the same lower 32 bits", sound, { chainId: elsewhere.chainIdCut }],
    ["another person's", sound, stranger],
    ["another person's, with the address changed", { ...sound, address: elsewhere.address }, stranger],
    ["sealed for this address, and says another", { ...sound, address: elsewhere.address }],
    ["without a slot of this kind", { ...sound, slots: [{ ...sound.slots[0], kind: "device" }] }],
    ["without any slot", { ...sound, slots: [] }],
  ];
  return refused.map(([what, json, inputs]) => refusedVault("SlotDoesNotOpen", what, json, inputs));
}

async function mistyped(): Promise<Fault[]> {
  const sound = await vaultByHand();
  const code = recoveryCodes.subject;
  const [first = "", second = "", ...others] = code;
  const rest = others.join("");
  const codes: [string, string][] = [
    ["with its first symbol wrong", `${first === "7" ? "8" : "7"}${code.slice(1)}`],
    ["with two symbols exchanged", `${second}${first}${rest}`],
    ["with its check symbol wrong", `${code.slice(0, -1)}${code.endsWith("=") ? "~" : "="}`],
    ["without its check symbol", code.slice(0, -1)],
    ["without its first symbol", code.slice(1)],
    ["with a symbol too many", `${code}0`],
    ["with a U, which is a check symbol only", `U${code.slice(1)}`],
    ["with a symbol of no meaning", `?${code.slice(1)}`],
    ["of full-width symbols", code.replace(first, String.fromCharCode(first.charCodeAt(0) + 0xfee0))],
    ["of nothing", ""],
  ];
  return [
    ...codes.map(([what, factor]) => refusedVault("RecoveryCodeMistyped", `a code ${what}`, sound, { factor })),
    refusedVault("SlotDoesNotOpen", "another person's code", sound, { factor: recoveryCodes.grantee }),
  ];
}

async function sealedOtherwise(): Promise<Fault[]> {
  const code = recoveryCodes.subject;
  const vaults: [string, unknown][] = [
    ["for another address, and says this one", await vaultByHand({ address: elsewhere.address })],
    ["for another kind of slot", await vaultByHand({ kind: "passkey" })],
    ["under the code with its check symbol", await vaultByHand({ factor: stringToBytes(code.replaceAll("-", "")) })],
    ["under the code with its hyphens", await vaultByHand({ factor: stringToBytes(code.slice(0, -1)) })],
  ];
  return vaults.map(([what, json]) => refusedVault("SlotDoesNotOpen", `sealed ${what}`, json));
}

function wrongFactors({ json, factors: { passphrase, passkey, device } }: VaultVector): Fault[] {
  const slotOf = (wanted: SlotKind) => json.slots.find(({ kind }) => kind === wanted)!;
  const tried = (what: string, slot: SlotKind, factor: unknown, changes: object = {}) =>
    refusedVault("SlotDoesNotOpen", what, vaultWith({ ...slotOf(slot), ...changes }), { slot, factor });
  const { salt, box } = slotOf("device");
  const ownBox = hexToBytes(slotOf("passkey").box);
  const boxes: [string, Uint8Array][] = [
    ["the first byte of the nonce changed", flipped(ownBox, 0)],
    ["the last byte of the nonce changed", flipped(ownBox, 23)],
    ["one byte of the content changed", flipped(ownBox, 24)],
    ["one byte of the tag changed", flipped(ownBox, -1)],
    ["one byte too many", concat([ownBox, Uint8Array.of(0)])],
  ];
  return [
    tried("a passphrase in other words", "passphrase", `${passphrase}.`),
    tried("a passkey's answer with one byte changed", "passkey", flipped(passkey!, 0)),
    tried("a passkey's answer to another salt", "passkey", passkey, { salt: bytesToHex(randomFor("salt")(16)) }),
    tried("a device's factor with its signature changed", "device", flipped(device!, 0)),
    tried("a device's factor with its secret changed", "device", flipped(device!, -1)),
    tried("the wallet's signature without the device's secret", "device", device!.subarray(0, 65)),
    tried("the device's secret without the wallet's signature", "device", device!.subarray(65)),
    tried("the box of a device in the slot of a passkey", "passkey", device, { salt, box }),
    ...boxes.map(([what, bytes]) => tried(`a box with ${what}`, "passkey", passkey, { box: bytesToHex(bytes) })),
  ];
}
