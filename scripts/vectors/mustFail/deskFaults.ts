import { concat } from "viem";
import { sealAead } from "#core/sealing/aead.ts";
import { deskSender } from "#core/sealing/desk/deskSender.ts";
import type { SealingErrorName } from "#core/sealing/sealingErrorSentences.ts";
import type { DeskMessageVector, Desk } from "../deskVector.ts";
import type { Fault } from "./Fault.ts";
import { flipped } from "./flipped.ts";

/** What must not be taken out of a mailbox. */
export function deskFaults({ answer, reveal }: Desk): Fault[] {
  return [...sentBack(answer), ...sentBack(reveal), ...changed(answer), ...boundOtherwise(answer), ...tooShort(answer)];
}

function refusedMessage(expect: SealingErrorName, { mailbox, key, sender, sealed }: DeskMessageVector) {
  const of = sender === deskSender.doctor ? "a doctor's message" : "a patient's message";
  return (what: string, inputs: object): Fault => ({
    what: `${of} ${what}`,
    kind: "desk",
    expect,
    mailbox,
    key,
    sender,
    sealed,
    ...inputs,
  });
}

function sentBack(message: DeskMessageVector): Fault[] {
  return [refusedMessage("DeskMessageDamaged", message)("sent back as the other's", { sender: 1 - message.sender })];
}

function changed(message: DeskMessageVector): Fault[] {
  const refused = refusedMessage("DeskMessageDamaged", message);
  const { mailbox, key, sealed } = message;
  return [
    refused("put into another mailbox", { mailbox: flipped(mailbox, -1) }),
    refused("opened with another key", { key: flipped(key, 0) }),
    refused("with one byte of the nonce changed", { sealed: flipped(sealed, 0) }),
    refused("with one byte of the box changed", { sealed: flipped(sealed, 24) }),
    refused("with one byte of the tag changed", { sealed: flipped(sealed, -1, 0x80) }),
    refused("one byte short", { sealed: sealed.subarray(0, -1) }),
    refused("one byte long", { sealed: concat([sealed, Uint8Array.of(0)]) }),
    refused("without its nonce", { sealed: sealed.subarray(24) }),
    refused("replaced by forty zeros", { sealed: new Uint8Array(40) }),
  ];
}

function boundOtherwise(message: DeskMessageVector): Fault[] {
  const refused = refusedMessage("DeskMessageDamaged", message);
  const { mailbox, key, sender, nonce, plaintext } = message;
  const boundTo = (...associated: Uint8Array[]) => ({
    sealed: concat([nonce, sealAead({ key, nonce, plaintext, associated: concat(associated) })]),
  });
  return [
    refused("bound to nothing", boundTo()),
    refused("bound to the mailbox alone", boundTo(mailbox)),
    refused("bound to sender and mailbox in the wrong order", boundTo(Uint8Array.of(sender), mailbox)),
  ];
}

function tooShort(message: DeskMessageVector): Fault[] {
  const refused = refusedMessage("UnknownFormat", message);
  return [
    refused("cut before its tag is whole", { sealed: message.sealed.subarray(0, 39) }),
    refused("cut behind its nonce", { sealed: message.sealed.subarray(0, 24) }),
    refused("that is empty", { sealed: new Uint8Array() }),
  ];
}
