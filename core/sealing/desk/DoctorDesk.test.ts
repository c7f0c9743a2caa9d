import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../consent/canonicalJson.ts";
import { DoctorDesk } from "./DoctorDesk.ts";
import { PatientDesk } from "./PatientDesk.ts";
import { sealDeskMessage } from "./sealDeskMessage.ts";

const request = canonicalJson({ doctor: "Mira" });
const subject = "0xa1b397875434dbd426180a3e906d6edeeaa1e27a";
const bystander = "0xb1b397875434dbd426180a3e906d6edeeaa1e27a";
const accept = (text: string) => text;

describe("DoctorDesk", () => {
  it("takes the first answer, and no other after it", () => {
    const { offer, desk } = opened();
    const [first, second] = ([subject, bystander] as const).map(
      (who) => new PatientDesk({ offer, subject: who, accept }).answer,
    );
    expect(desk.takeAnswer(first!)?.subject).toBe(subject);
    expect(desk.takeAnswer(second!)).toBeUndefined();
    expect(desk.takeAnswer(first!)).toBeUndefined();
  });

  it("stays open when something comes that is no answer", () => {
    const { offer, desk } = opened();
    const patient = new PatientDesk({ offer, subject, accept });
    const damaged = patient.answer.slice();
    damaged[30]! ^= 1;
    const nonsense = sealDeskMessage({ ...offer, sender: "patient", plaintext: new TextEncoder().encode("{}") });
    for (const message of [damaged, nonsense]) {
      expect(() => desk.takeAnswer(message)).toThrow(expect.objectContaining({ name: "DeskMessageDamaged" }));
    }
    expect(() => desk.takeAnswer(new Uint8Array())).toThrow(expect.objectContaining({ name: "UnknownFormat" }));
    expect(desk.takeAnswer(patient.answer)?.subject).toBe(subject);
  });

  it("refuses a request that no mailbox takes before it shows a QR", () => {
    const long = canonicalJson({ name: "x".repeat(4096) });
    expect(() => new DoctorDesk({ request: long })).toThrow(expect.objectContaining({ name: "DeskMessageTooLong" }));
  });
});

function opened() {
  const desk = new DoctorDesk({ request });
  return { desk, offer: desk.offer };
}
