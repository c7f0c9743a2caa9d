import type { AccessRequest } from "#core/sealing/desk/accessRequestSchema.ts";
import { accessRequestTypedData } from "#core/sealing/desk/accessRequestTypedData.ts";
import { createAccessRequest } from "#core/sealing/desk/createAccessRequest.ts";
import { deskCode } from "#core/sealing/desk/deskCode.ts";
import { deskCommitment } from "#core/sealing/desk/deskCommitment.ts";
import { type DeskSender, deskSender } from "#core/sealing/desk/deskSender.ts";
import { encodeDeskAnswer } from "#core/sealing/desk/encodeDeskAnswer.ts";
import { encodeDeskReveal } from "#core/sealing/desk/encodeDeskReveal.ts";
import { sealDeskMessage } from "#core/sealing/desk/sealDeskMessage.ts";
import { keyIdOf } from "#core/sealing/keyIdOf.ts";
import { keyPairOf } from "#core/sealing/keyPairOf.ts";
import { addressBytes } from "#core/sealing/addressBytes.ts";
import { randomFor } from "./randomFor.ts";
import { accounts, identitySeedOf, scene } from "./scene.ts";

export type Desk = Awaited<ReturnType<typeof sealDesk>>;
export type DeskMessageVector = ReturnType<typeof messageVector>;

/** The grantee asks, signed by their wallet, and the subject answers. */
export async function sealDesk() {
  const random = randomFor("desk");
  const [nonceDoctor, noncePatient] = [random(32), random(32)];
  const request = await signedRequest();
  const { subject } = scene;
  return {
    request,
    nonceDoctor,
    noncePatient,
    answer: messageVector("patient", encodeDeskAnswer({ noncePatient, subject })),
    reveal: messageVector("doctor", encodeDeskReveal({ nonceDoctor, request })),
  };
}

/** As the file holds it. */
export function deskVector({ request, nonceDoctor, noncePatient, answer, reveal }: Desk) {
  const { subject } = scene;
  return {
    request,
    subject: addressBytes(subject),
    nD: nonceDoctor,
    nP: noncePatient,
    commit: deskCommitment({ nonceDoctor, request }),
    code: deskCode({ request, subject, nonceDoctor, noncePatient }),
    messages: [answer, reveal],
  };
}

async function signedRequest(): Promise<string> {
  const request: Omit<AccessRequest, "signature"> = {
    chainId: scene.chainId,
    consentRegistry: scene.consentRegistry,
    doctor: scene.grantee,
    kind: 0,
    keyId: keyIdOf(keyPairOf(identitySeedOf("grantee"), 2).publicKey),
    credential: { name: "Dr. Selin Yıldız", speciality: "Néphrologie", number: "MD 55-0172", jurisdiction: "US-MA" },
    categories: [2, 4, 10],
    until: Date.UTC(2027, 0, 5, 8) / 1000,
  };
  const signature = await accounts.grantee.signTypedData(accessRequestTypedData(request));
  return createAccessRequest({ ...request, signature });
}

function messageVector(sender: DeskSender, plaintext: Uint8Array) {
  const offer = randomFor("desk's offer");
  const [mailbox, key] = [offer(16), offer(32)];
  const nonce = randomFor(`desk's message of the ${sender}`)(24);
  const sealed = sealDeskMessage({ mailbox, key, sender, plaintext, random: () => nonce });
  return { mailbox, key, sender: deskSender[sender], nonce, plaintext, sealed };
}
