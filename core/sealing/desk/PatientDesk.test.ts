import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../consent/canonicalJson.ts";
import { deskCode } from "./deskCode.ts";
import { DoctorDesk } from "./DoctorDesk.ts";
import { encodeDeskAnswer } from "./encodeDeskAnswer.ts";
import { encodeDeskOffer } from "./encodeDeskOffer.ts";
import { encodeDeskReveal } from "./encodeDeskReveal.ts";
import { openDeskMessage } from "./openDeskMessage.ts";
import { parseDeskAnswer } from "./parseDeskAnswer.ts";
import { parseDeskOffer } from "./parseDeskOffer.ts";
import { deskMilliseconds, deskTries, PatientDesk } from "./PatientDesk.ts";
import { sealDeskMessage } from "./sealDeskMessage.ts";

const request = canonicalJson({ doctor: "Mira" });
const subject = "0xa1b397875434dbd426180a3e906d6edeeaa1e27a";
const accept = (text: string) => text;
const refuse = () => Promise.reject(new Error("no licence"));
const named = (name: string) => expect.objectContaining({ name });

/** Both sides after step 3, with nobody in between. */
async function atTheDesk() {
  const doctor = new DoctorDesk({ request });
  const patient = new PatientDesk({ offer: doctor.offer, subject, accept });
  const answered = doctor.takeAnswer(patient.answer)!;
  await patient.takeReveal(answered.reveal, 0);
  return { doctor, patient, ...answered };
}

const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

describe("two sides of a desk", () => {
  it("agree on request, subject and digits, through a QR and a mailbox", async () => {
    const doctor = new DoctorDesk({ request });
    const patient = new PatientDesk({ offer: parseDeskOffer(encodeDeskOffer(doctor.offer)), subject, accept });
    const { code, reveal, subject: told } = doctor.takeAnswer(patient.answer)!;
    expect(told).toBe(subject);
    expect(await patient.takeReveal(reveal, 0)).toBe(request);
    expect(patient.enterCode(code, 1)).toBe(request);
  });
});

describe("PatientDesk", () => {
  it.each([
    [120_000, "takes the digits to the last millisecond of two minutes"],
    [120_001, "closes when they have passed"],
  ])("%i ms after the request was shown: %s", async (passed) => {
    const doctor = new DoctorDesk({ request });
    const patient = new PatientDesk({ offer: doctor.offer, subject, accept });
    const { code, reveal } = doctor.takeAnswer(patient.answer)!;
    const shown = 1_795_000_000_000;
    await patient.takeReveal(reveal, shown);
    const entering = () => patient.enterCode(code, shown + passed);
    if (passed > 120_000) expect(entering).toThrow(named("DeskClosed"));
    else expect(entering()).toBe(request);
  });

  it("takes the digits on the third try", async () => {
    const { patient, code } = await atTheDesk();
    for (const left of [2, 1]) {
      expect(() => patient.enterCode(wrong(code), 0)).toThrow(named("DeskCodeWrong"));
      expect(patient.triesLeft).toBe(left);
    }
    expect(patient.enterCode(code, 0)).toBe(request);
  });

  it("closes after three wrong tries, even to the right digits", async () => {
    const { patient, code } = await atTheDesk();
    for (let i = 0; i < deskTries; i += 1) {
      expect(() => patient.enterCode(wrong(code), 0)).toThrow(named("DeskCodeWrong"));
    }
    expect(() => patient.enterCode(code, 0)).toThrow(named("DeskClosed"));
  });

  it("counts as a try whatever is entered", async () => {
    const { patient, code } = await atTheDesk();
    for (const digits of ["", `${code} `, code.slice(1)]) {
      expect(() => patient.enterCode(digits, 0)).toThrow(named("DeskCodeWrong"));
    }
    expect(() => patient.enterCode(code, 0)).toThrow(named("DeskClosed"));
  });

  it("closes after two minutes", async () => {
    const inTime = await atTheDesk();
    expect(inTime.patient.enterCode(inTime.code, deskMilliseconds)).toBe(request);
    const late = await atTheDesk();
    expect(() => late.patient.enterCode(late.code, deskMilliseconds + 1)).toThrow(named("DeskClosed"));
    expect(() => late.patient.enterCode(late.code, Number.NaN)).toThrow(named("DeskClosed"));
  });

  it("gives its request once", async () => {
    const { patient, code } = await atTheDesk();
    patient.enterCode(code, 0);
    expect(() => patient.enterCode(code, 0)).toThrow(named("DeskClosed"));
  });

  it("takes no digits before there is a request", () => {
    const { offer } = new DoctorDesk({ request });
    const patient = new PatientDesk({ offer, subject, accept });
    expect(() => patient.enterCode("000000", 0)).toThrow(named("DeskClosed"));
  });

  it("gives neither more time nor more tries when the reveal comes again", async () => {
    const { patient, reveal, code } = await atTheDesk();
    expect(() => patient.enterCode(wrong(code), 0)).toThrow(named("DeskCodeWrong"));
    expect(await patient.takeReveal(reveal, deskMilliseconds)).toBe(request);
    expect(patient.triesLeft).toBe(2);
    expect(() => patient.enterCode(code, deskMilliseconds + 1)).toThrow(named("DeskClosed"));
  });

  it("stays shut when its app does not believe the request, and says why", async () => {
    const doctor = new DoctorDesk({ request });
    const patient = new PatientDesk({ offer: doctor.offer, subject, accept: refuse });
    const { reveal, code } = doctor.takeAnswer(patient.answer)!;
    await expect(patient.takeReveal(reveal, 0)).rejects.toThrow("no licence");
    expect(() => patient.enterCode(code, 0)).toThrow(named("DeskClosed"));
  });

  it("refuses its own answer as a reveal, and a reveal that was damaged", async () => {
    const { patient, reveal } = await atTheDesk();
    reveal[30]! ^= 1;
    await expect(patient.takeReveal(patient.answer, 0)).rejects.toEqual(named("DeskMessageDamaged"));
    await expect(patient.takeReveal(reveal, 0)).rejects.toEqual(named("DeskMessageDamaged"));
  });
});

describe("somebody in between who photographed the QR", () => {
  const forged = canonicalJson({ doctor: "Mallory" });

  it("cannot put another request in the place of the doctor's", async () => {
    const doctor = new DoctorDesk({ request });
    const patient = new PatientDesk({ offer: doctor.offer, subject, accept });
    const reveal = openDeskMessage({
      ...doctor.offer,
      sender: "doctor",
      sealed: doctor.takeAnswer(patient.answer)!.reveal,
    });
    const { nD } = JSON.parse(new TextDecoder().decode(reveal)) as { nD: string };
    const plaintext = new TextEncoder().encode(canonicalJson({ nD, request: JSON.parse(forged) as unknown }));
    const swapped = sealDeskMessage({ ...doctor.offer, sender: "doctor", plaintext });
    await expect(patient.takeReveal(swapped, 0)).rejects.toEqual(named("DeskCommitmentBroken"));
    expect(() => patient.enterCode("000000", 0)).toThrow(named("DeskClosed"));
  });

  it("cannot choose a nonce once the patient's is known, though a fitting one would be found", async () => {
    // The attacker shows a QR of their own to the patient, and answers the doctor in the patient's name.
    const doctor = new DoctorDesk({ request });
    const attacker = new DoctorDesk({ request: forged });
    const patient = new PatientDesk({ offer: attacker.offer, subject, accept });
    const answer = parseDeskAnswer(openDeskMessage({ ...attacker.offer, sender: "patient", sealed: patient.answer }));
    const passedOn = sealDeskMessage({ ...doctor.offer, sender: "patient", plaintext: encodeDeskAnswer(answer) });
    const { code } = doctor.takeAnswer(passedOn)!;

    // Searching for the first two of the doctor's six digits stands for searching for all of them.
    const nonceDoctor = searchedNonce((nonce) => deskCode({ request: forged, ...answer, nonceDoctor: nonce }), code);
    const plaintext = encodeDeskReveal({ nonceDoctor, request: forged });
    const searched = sealDeskMessage({ ...attacker.offer, sender: "doctor", plaintext });
    await expect(patient.takeReveal(searched, 0)).rejects.toEqual(named("DeskCommitmentBroken"));
  });

  it("is given away by the digits when keeping to an honest commitment", async () => {
    const doctor = new DoctorDesk({ request, random: counting(1) });
    const attacker = new DoctorDesk({ request: forged, random: counting(101) });
    const patient = new PatientDesk({ offer: attacker.offer, subject, accept, random: counting(201) });
    const answer = openDeskMessage({ ...attacker.offer, sender: "patient", sealed: patient.answer });
    const passedOn = sealDeskMessage({ ...doctor.offer, sender: "patient", plaintext: answer });
    await patient.takeReveal(attacker.takeAnswer(patient.answer)!.reveal, 0);
    expect(() => patient.enterCode(doctor.takeAnswer(passedOn)!.code, 0)).toThrow(named("DeskCodeWrong"));
  });
});

function searchedNonce(codeWith: (nonce: Uint8Array) => string, wanted: string): Uint8Array {
  const nonce = new Uint8Array(32);
  while (codeWith(nonce).slice(0, 2) !== wanted.slice(0, 2)) new DataView(nonce.buffer).setUint32(0, nextOf(nonce));
  return nonce;
}

function nextOf(nonce: Uint8Array): number {
  return new DataView(nonce.buffer).getUint32(0) + 1;
}

/** The one test whose result could by chance be another draws nothing by chance. */
function counting(from: number): (size: number) => Uint8Array {
  let next = from;
  return (size) => {
    next += 1;
    return new Uint8Array(size).fill(next);
  };
}
