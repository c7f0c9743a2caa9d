import { hexToBytes, stringToBytes } from "viem";
import { createCredentialStore } from "#client/gateway/createCredentialStore.ts";
import { createDeskMailbox } from "#client/gateway/createDeskMailbox.ts";
import { createInbox } from "#client/gateway/createInbox.ts";
import { signLicenceCredential } from "#core/chain/credential/signLicenceCredential.ts";
import { DoctorDesk } from "#core/sealing/desk/DoctorDesk.ts";
import { PatientDesk } from "#core/sealing/desk/PatientDesk.ts";
import { sealVaultHandover } from "#core/sealing/desk/sealVaultHandover.ts";
import { keyPairOf } from "#core/sealing/keyPairOf.ts";
import { randomBytes } from "#core/sealing/randomBytes.ts";
import { encodeRoots } from "#core/sealing/vault/roots.ts";
import { people } from "../../../../scripts/seed/people.ts";
import type { Stack } from "../stack.ts";
import type { Planted } from "./planted.ts";
import type { PlantedPerson } from "./personAt.ts";

export type MeetAndWriteParameters = { stack: Stack; planted: Planted; patient: PlantedPerson; doctor: PlantedPerson };

/** What goes through the desk, the inbox and the list of licences. */
export async function meetAndWrite(parameters: MeetAndWriteParameters): Promise<void> {
  await meetAtDesk(parameters);
  await writeToInbox(parameters);
  await showLicence(parameters);
}

/** The doctor's request, the patient's answer, and a vault for a second device. */
async function meetAtDesk({ planted, patient, doctor }: MeetAndWriteParameters): Promise<void> {
  const request = JSON.stringify({ speciality: planted.word("sealed", "words in a request at the desk") });
  const doctorDesk = new DoctorDesk({ request });
  const { offer } = doctorDesk;
  planted.plant("sealed", "key of a desk", offer.key);
  const patientDesk = new PatientDesk({ offer, subject: patient.address, accept: (text) => text });

  const mailbox = `0x${Buffer.from(offer.mailbox).toString("hex")}` as const;
  const [hers, his] = [patient, doctor].map(({ connection }) => createDeskMailbox(connection.gateway, mailbox));
  const listening = new AbortController();
  await hers!.post(patientDesk.answer);
  const heard = his!.messages(listening.signal);
  const { code, reveal } = doctorDesk.takeAnswer((await heard.next()).value as Uint8Array)!;
  await his!.post(reveal);
  await heard.next();
  await patientDesk.takeReveal(reveal, 0);
  patientDesk.enterCode(code, 0);

  const device = keyPairOf(randomBytes(32), 2);
  const content = encodeRoots(patient.holder.roots);
  await hers!.post(sealVaultHandover({ publicKey: device.publicKey, content, context: offer.mailbox }));
  listening.abort();
}

async function writeToInbox({ planted, patient, doctor }: MeetAndWriteParameters): Promise<void> {
  const content = stringToBytes(planted.word("sealed", "words in a message"));
  const { publicKey } = (await patient.holder.services.chain.publishedKey(doctor.address))!;
  const message = sealVaultHandover({ publicKey, content, context: hexToBytes(doctor.address) });
  await createInbox(patient.connection.gateway).send({ to: doctor.address, message });
  await createInbox(doctor.connection.gateway).list({ owner: doctor.address });
}

async function showLicence({ stack, planted, doctor }: MeetAndWriteParameters): Promise<void> {
  const { kind, licenceNumber: number } = people.licensed.find(
    ({ account }) => account.address.toLowerCase() === doctor.address,
  )!;
  const { chainId, contracts } = stack.deployment;
  const licence = {
    holder: doctor.address,
    kind,
    jurisdiction: people.jurisdiction,
    name: planted.word("licence", "name on a licence"),
    speciality: planted.word("licence", "speciality on a licence"),
    number,
    issuedAt: 1_700_000_000,
  };
  const clerk = people.boardMember.account;
  const place = { chainId, licenceRegistry: contracts.LicenceRegistry };
  const credential = await signLicenceCredential({ licence, boardKey: sampleBoardKey, clerk, ...place });
  const store = createCredentialStore(doctor.connection.gateway);
  await store.put({ holder: doctor.address, credential });
  if ((await store.get({ holder: doctor.address, kind })) === undefined) throw new Error("The licence was not kept.");
}

/** As public as the sample keys. */
const sampleBoardKey = new TextEncoder().encode("sample board of the local chain!");
