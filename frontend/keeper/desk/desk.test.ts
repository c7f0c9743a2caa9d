import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LocalAccount } from "viem";
import { connect } from "#client/connect.ts";
import { openChart } from "#core/chart/openChart.ts";
import { publishIdentity } from "#core/chart/publishIdentity.ts";
import { shareChart } from "#core/chart/shareChart.ts";
import { boardOf } from "#test/support/boardOf.ts";
import { type ChainPerson } from "#test/support/chainWorld.ts";
import { doctor as okafor, thirdDoctor as weiss } from "#test/support/doctors.ts";
import { putSampleCredentials } from "#test/support/putSampleCredentials.ts";
import { type ServedWorld, servedWorld } from "#test/support/servedWorld.ts";
import type { AsksAtDesk, DeskRequest } from "./AtDesk.ts";
import { createDeskAnswering } from "./createDeskAnswering.ts";
import { createDeskAsking } from "./createDeskAsking.ts";
import { mailboxOf } from "./mailboxOf.ts";
import { offerIn } from "./offerIn.ts";

let world: ServedWorld;
let [doctor, patient]: ChainPerson[] = [];

beforeAll(async () => {
  world = await servedWorld();
  const gatewayOf = (account: LocalAccount) => connectionOf(account).gateway;
  await putSampleCredentials({ gatewayOf, deployment: world.local.deployment });
  doctor = world.person(okafor);
  patient = world.person();
  await publishIdentity({ holder: doctor });
  await openChart({ holder: patient });
}, 120_000);
afterAll(() => world.close());

function connectionOf(signer: LocalAccount, deployment = world.local.deployment) {
  const { gatewayUrl, local, pay } = world;
  return connect({ rpcUrl: local.url, gatewayUrl, deployment, signer, pay });
}

/** Charts lie in memory; licences and mailboxes are at the real gateway. */
function fullConnection({ account, services }: ChainPerson) {
  return { ...connectionOf(account), services };
}

const asking = (person = doctor!) => createDeskAsking(() => person, fullConnection(person));
const answering = (person = patient!) =>
  createDeskAnswering(() => person, fullConnection(person), { milliseconds: 4000 });
const wish = { categories: ["labs" as const], until: Math.floor(Date.now() / 1000) + 86_400 };

/** The clinician's side shows a code, and somebody answers it. */
async function meet(desk: AsksAtDesk, phone = answering()) {
  const { offer } = await desk.openDesk(wish);
  const [shown, request] = await Promise.all([desk.deskAnswer(), phone.answerDesk(`https://a.example/#${offer}`)]);
  return { offer, phone, digits: shown.digits, request: request as DeskRequest };
}

const otherThan = (digits: string) => digits.replace(/.$/, (last) => String((Number(last) + 1) % 10));

describe("at the desk", () => {
  test("a patient learns who asks for what, types the digits, shares, and the clinician sees it", async () => {
    const desk = asking();
    const { phone, digits, request } = await meet(desk);
    expect(request).toMatchObject({
      name: "Dr. Amara Okafor",
      speciality: "family medicine",
      categories: ["labs"],
      accessUntil: wish.until,
    });
    expect(digits).toMatch(/^\d{6}$/);
    expect(await phone.enterDigits(digits)).toEqual({ areRight: true, triesLeft: 0 });
    const seen = desk.deskShare();
    await shareChart({
      holder: patient!,
      grantee: request.doctor,
      about: { name: "Ada Marlow", birthDate: "1980-02-29" },
      read: request.categories,
      contribute: [],
      purpose: "treatment",
      validUntil: wish.until,
      history: "all",
    });
    expect(await seen).toEqual({ subject: patient!.address.toLowerCase(), name: "Ada Marlow" });
  });

  test("wrong digits use up three tries, and then the right ones do nothing", async () => {
    const { phone, digits } = await meet(asking());
    const wrong = otherThan(digits);
    expect(await phone.enterDigits(wrong)).toEqual({ areRight: false, triesLeft: 2 });
    expect(await phone.enterDigits(wrong)).toEqual({ areRight: false, triesLeft: 1 });
    expect(await phone.enterDigits(wrong)).toEqual({ areRight: false, triesLeft: 0 });
    await expect(phone.enterDigits(digits)).rejects.toMatchObject({ name: "DeskClosed" });
  });

  test("a second phone on the same code is refused, and the first goes on", async () => {
    const { offer, phone, digits } = await meet(asking());
    await expect(answering(world.person()).answerDesk(offer)).rejects.toMatchObject({ name: "DeskTaken" });
    expect(await phone.enterDigits(digits)).toMatchObject({ areRight: true });
  });

  test("a code that the clinician has replaced is answered by nobody", async () => {
    const desk = asking();
    const { offer } = await desk.openDesk(wish);
    const waiting = desk.deskAnswer();
    const renewed = await desk.renewDesk();
    await expect(waiting).rejects.toMatchObject({ name: "DeskLeft" });
    expect(renewed.offer).not.toBe(offer);
    await expect(answering().answerDesk(offer)).rejects.toMatchObject({ name: "DeskSilent" });
  });

  test("a code that nobody answers is over after its time, and can be renewed", async () => {
    const desk = createDeskAsking(() => doctor!, fullConnection(doctor!), { milliseconds: 1500 });
    await desk.openDesk(wish);
    await expect(desk.deskAnswer()).rejects.toMatchObject({ name: "DeskOver" });
    const { offer } = await desk.renewDesk();
    const [{ digits }] = await Promise.all([desk.deskAnswer(), answering().answerDesk(offer)]);
    expect(digits).toMatch(/^\d{6}$/);
  });

  test("what strangers put into the mailbox is passed over on both sides", async () => {
    const desk = asking();
    const { offer } = await desk.openDesk(wish);
    await mailboxOf(connectionOf(doctor!.account).gateway, offerIn(offer)).post(new Uint8Array(80));
    const phone = answering();
    const [{ digits }] = await Promise.all([desk.deskAnswer(), phone.answerDesk(offer)]);
    expect(await phone.enterDigits(digits)).toMatchObject({ areRight: true });
  });

  test("who is away from the desk awaits nobody, and renews no code", async () => {
    const desk = asking();
    await expect(desk.deskAnswer()).rejects.toMatchObject({ name: "DeskLeft" });
    await expect(desk.renewDesk()).rejects.toMatchObject({ name: "DeskLeft" });
    await expect(answering().enterDigits("000000")).rejects.toMatchObject({ name: "DeskClosed" });
  });

  test("somebody without a licence signs no request", async () => {
    await expect(asking(world.person()).openDesk(wish)).rejects.toMatchObject({ name: "NotLicensed" });
  });

  test("a request for another chain is refused before anything of it is believed", async () => {
    const elsewhere = world.person();
    const { chain } = elsewhere.services;
    const services = { ...elsewhere.services, chain: { ...chain, chainId: 1 } };
    const desk = asking();
    const phone = createDeskAnswering(() => elsewhere, { ...fullConnection(elsewhere), services });
    await expect(meet(desk, phone)).rejects.toMatchObject({ name: "DeskOfAnotherChain" });
  });

  test("a clinician whose licence was suspended after the code was shown is refused by name", async () => {
    const suspended = world.person(weiss);
    await publishIdentity({ holder: suspended });
    const desk = asking(suspended);
    const { offer } = await desk.openDesk(wish);
    await boardOf(world.local).suspend({ account: suspended.account, kind: 0 } as never);
    const [, answer] = await Promise.all([desk.deskAnswer(), answering().answerDesk(offer)]);
    expect(answer).toEqual({ refusal: "licence-not-in-force", name: "Dr. Hanna Weiss" });
    await expect(asking(suspended).openDesk(wish)).rejects.toMatchObject({ name: "NotLicensed" });
  });
});
