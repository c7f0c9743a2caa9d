import { type Address, bytesToHex } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "#client/connect.ts";
import { openChart } from "#core/chart/openChart.ts";
import type { Handover } from "#core/sealing/desk/encodeHandover.ts";
import { sealDeskMessage } from "#core/sealing/desk/sealDeskMessage.ts";
import { DoctorDesk } from "#core/sealing/desk/DoctorDesk.ts";
import { encodeDeskOffer } from "#core/sealing/desk/encodeDeskOffer.ts";
import { randomBytes } from "#core/sealing/randomBytes.ts";
import { createRecoveryCode } from "#core/sealing/vault/recoveryCode.ts";
import { walletKeyOf } from "#core/sealing/vault/walletKeyOf.ts";
import { deviceInMemory } from "#test/support/deviceInMemory.ts";
import { passkeysInMemory } from "#test/support/passkeysInMemory.ts";
import { type ServedWorld, servedWorld } from "#test/support/servedWorld.ts";
import { createLocalWallet } from "../createLocalWallet.ts";
import { createVaultKeeper } from "../createVaultKeeper.ts";
import { createDeviceAdmitting } from "./createDeviceAdmitting.ts";
import { createDeviceJoining } from "./createDeviceJoining.ts";
import { mailboxOf } from "./mailboxOf.ts";
import { offerIn } from "./offerIn.ts";
import { requireOwnHandover } from "./requireOwnHandover.ts";

let world: ServedWorld;
beforeAll(async () => void (world = await servedWorld()), 120_000);
afterAll(() => world.close());

const passphrase = "harvest lantern orbit velvet cactus prism";
const page = { domain: "localhost:5173", uri: "http://localhost:5173" };
const device = () => ({ memory: deviceInMemory(), passkeys: passkeysInMemory() });
type Device = ReturnType<typeof device>;

function connected(signer: Parameters<typeof connect>[0]["signer"]) {
  const { gatewayUrl, local } = world;
  const { url: rpcUrl, deployment } = local;
  return connect({ rpcUrl, gatewayUrl, deployment, signer, pay: world.pay });
}

function keeperHere(own: Device, address: Address, given: { code?: string; handover?: Handover } = {}) {
  const wallet = createLocalWallet({ address, confirm: async () => {} });
  const key = given.handover?.walletKey ?? (given.code === undefined ? undefined : walletKeyOf(given.code));
  if (key !== undefined) wallet.open(key);
  const connection = connected(wallet);
  const handedOver = given.handover?.roots;
  const surroundings = { address, connection, signer: wallet, wallet, page, ...own };
  return {
    address,
    connection,
    wallet,
    ...createVaultKeeper({ ...surroundings, recoveryCode: given.code, handedOver }),
  };
}

/** Somebody with a wallet that was made on their first device, and a chart. */
async function atHome() {
  const code = createRecoveryCode();
  const { address } = privateKeyToAccount(bytesToHex(walletKeyOf(code)));
  const old = keeperHere(device(), address, { code });
  await old.keeper.makeVault({ kind: "passphrase", passphrase });
  await openChart({ holder: old.holder() });
  return { code, ...old, desk: createDeviceAdmitting(old.holder, old, { milliseconds: 3000 }) };
}

/** The same with a wallet of the browser's. */
async function atHomeElsewhere({ hasChart = true } = {}) {
  const account = privateKeyToAccount(generatePrivateKey());
  const { address } = account;
  const connection = connected(account);
  const surroundings = { address, connection, signer: account, wallet: undefined, page };
  const on = (own: Device) => createVaultKeeper({ ...surroundings, ...own });
  const old = on(device());
  await old.keeper.makeVault({ kind: "passphrase", passphrase });
  if (hasChart) await openChart({ holder: old.holder() });
  const desk = createDeviceAdmitting(old.holder, { connection, wallet: undefined }, { milliseconds: 3000 });
  return { address, connection, on, ...old, desk };
}

/** A device that knows of nobody; what arrives there is the last of `arrived`. */
function blank({ address, milliseconds = 8000 }: { address?: Address; milliseconds?: number } = {}) {
  const arrived: (Handover & { address: Address })[] = [];
  const connection = connected(privateKeyToAccount(generatePrivateKey()));
  const receive = async (handover: (typeof arrived)[number]) => void arrived.push(handover);
  const joining = createDeviceJoining({ connection, address, receive, milliseconds });
  return { arrived, connection, ...joining };
}

type Old = Pick<Awaited<ReturnType<typeof atHome>>, "desk">;
type New = ReturnType<typeof blank>;

async function meet({ desk }: Old, fresh: New) {
  const { offer } = await fresh.openJoining();
  const [{ digits }] = await Promise.all([fresh.joiningAnswer(), desk.answerDevice(`https://a.example/#${offer}`)]);
  return { offer, digits };
}

const otherThan = (digits: string) => digits.replace(/.$/, (last) => String((Number(last) + 1) % 10));

describe("a second device", () => {
  test("has wallet and vault once the digits were typed, and keeps them once it has a way to unlock", async () => {
    const old = await atHome();
    const fresh = blank();
    const { digits } = await meet(old, fresh);
    expect(digits).toMatch(/^\d{6}$/);
    const arrival = fresh.joiningArrival();
    expect(await old.desk.admitDevice(digits)).toEqual({ areRight: true, triesLeft: 0 });
    expect(await arrival).toEqual({ address: old.address });

    const phone = device();
    const joined = keeperHere(phone, old.address, { handover: fresh.arrived[0]! });
    expect(joined.holder().roots).toEqual(old.holder().roots);
    expect(await joined.keeper.walletKey()).toBe(await old.keeper.walletKey());
    expect(await phone.memory.all()).toEqual([]);

    await joined.keeper.addWay({ kind: "passkey" });
    expect((await old.keeper.vault()).ways.map(({ kind }) => kind)).toEqual(["passphrase", "recovery", "passkey"]);
    const later = keeperHere(phone, old.address);
    expect(await later.keeper.waysToUnlock()).toEqual(["passkey", "passphrase", "recovery"]);
    await later.keeper.unlock({ kind: "passkey" });
    expect(later.holder().roots).toEqual(old.holder().roots);
  });

  test("takes the passphrase that the vault has, too", async () => {
    const old = await atHome();
    const fresh = blank();
    const { digits } = await meet(old, fresh);
    await Promise.all([fresh.joiningArrival(), old.desk.admitDevice(digits)]);
    const phone = device();
    const joined = keeperHere(phone, old.address, { handover: fresh.arrived[0]! });
    await expect(joined.keeper.unlock({ kind: "passphrase", passphrase: "another" })).rejects.toMatchObject({
      name: "SlotDoesNotOpen",
    });
    expect(await phone.memory.all()).toEqual([]);
    await joined.keeper.unlock({ kind: "passphrase", passphrase });
    await keeperHere(phone, old.address).keeper.unlock({ kind: "passphrase", passphrase });
  });

  test("that has the wallet already, and lost its way to unlock, has it opened by another", async () => {
    const old = await atHome();
    const phone = device();
    const before = keeperHere(phone, old.address, { code: old.code });
    await before.keeper.unlock({ kind: "passphrase", passphrase });
    const { roots } = old.holder();
    for (const walletKey of [walletKeyOf(old.code), undefined]) {
      const locked = keeperHere(phone, old.address);
      await locked.take({ roots, walletKey });
      expect(await locked.keeper.walletKey()).toBe(await old.keeper.walletKey());
      expect(locked.holder().roots).toEqual(roots);
    }
  });

  test("receives nothing for wrong digits, and learns it after the third", async () => {
    const old = await atHome();
    const fresh = blank();
    const { digits } = await meet(old, fresh);
    const arrival = fresh.joiningArrival();
    arrival.catch(() => {});
    for (const triesLeft of [2, 1, 0]) {
      expect(await old.desk.admitDevice(otherThan(digits))).toEqual({ areRight: false, triesLeft });
    }
    await expect(arrival).rejects.toMatchObject({ name: "DeviceRefused" });
    await expect(old.desk.admitDevice(digits)).rejects.toMatchObject({ name: "DeskClosed" });
    expect(fresh.arrived).toEqual([]);
  });

  test("is told where its owner says no", async () => {
    const old = await atHome();
    const fresh = blank();
    const { digits } = await meet(old, fresh);
    const arrival = fresh.joiningArrival();
    await Promise.all([expect(arrival).rejects.toMatchObject({ name: "DeviceRefused" }), old.desk.refuseDevice()]);
    await expect(old.desk.admitDevice(digits)).rejects.toMatchObject({ name: "DeskClosed" });
  });

  test("takes one answer: a second phone on its code is refused", async () => {
    const [old, stranger] = [await atHome(), await atHome()];
    const fresh = blank();
    const { offer, digits } = await meet(old, fresh);
    await expect(stranger.desk.answerDevice(offer)).rejects.toMatchObject({ name: "DeskTaken" });
    await Promise.all([fresh.joiningArrival(), old.desk.admitDevice(digits)]);
    expect(fresh.arrived[0]!.roots).toEqual(old.holder().roots);
  });

  test("waits no longer than its code holds, for an answer and for what is handed over", async () => {
    const old = await atHome();
    const fresh = blank({ milliseconds: 1200 });
    await fresh.openJoining();
    await expect(fresh.joiningAnswer()).rejects.toMatchObject({ name: "DeskOver" });
    await meet(old, fresh);
    await expect(fresh.joiningArrival()).rejects.toMatchObject({ name: "DeskOver" });
  });

  test("that has gone away is not answered, and ends what it waited for", async () => {
    const old = await atHome();
    const fresh = blank();
    const { offer } = await fresh.openJoining();
    const answer = fresh.joiningAnswer();
    await fresh.leaveJoining();
    await expect(answer).rejects.toMatchObject({ name: "DeskLeft" });
    await expect(old.desk.answerDevice(offer)).rejects.toMatchObject({ name: "DeskSilent" });
    await expect(fresh.joiningArrival()).rejects.toMatchObject({ name: "DeskLeft" });
  });

  test("is answered by a whole code alone", async () => {
    const old = await atHome();
    const { offer } = await blank().openJoining();
    for (const text of ["", offer.slice(0, -2), "https://a.example/#x"]) {
      await expect(old.desk.answerDevice(text)).rejects.toMatchObject({ name: "DeskLinkDamaged" });
    }
  });

  test("passes over what strangers put into its mailbox, even where they saw the code", async () => {
    const old = await atHome();
    const fresh = blank();
    const { offer, digits } = await meet(old, fresh);
    const seen = offerIn(offer);
    const mailbox = mailboxOf(fresh.connection.gateway, seen);
    await mailbox.post(randomBytes(90));
    await mailbox.post(sealDeskMessage({ ...seen, sender: "patient", plaintext: randomBytes(1300) }));
    await Promise.all([fresh.joiningArrival(), old.desk.admitDevice(digits)]);
    expect(fresh.arrived).toHaveLength(1);
  });
});

describe("a wallet that was made elsewhere", () => {
  test("does not come with the vault: a device without it is refused on both sides, and told what to do", async () => {
    const old = await atHomeElsewhere();
    const fresh = blank();
    const { offer } = await fresh.openJoining();
    const answered = fresh.joiningAnswer().then(() => fresh.joiningArrival());
    await Promise.all([
      expect(old.desk.answerDevice(offer)).rejects.toMatchObject({ name: "WalletNeededThere" }),
      expect(answered).rejects.toMatchObject({ name: "DeviceRefused" }),
    ]);
  });

  test("that is on the new device already has its vault opened there, and then a way of its own", async () => {
    const old = await atHomeElsewhere();
    const phone = device();
    const { keeper, holder, take } = old.on(phone);
    const fresh = createDeviceJoining({ connection: old.connection, address: old.address, receive: take });
    const { offer } = await fresh.openJoining();
    const [{ digits }] = await Promise.all([fresh.joiningAnswer(), old.desk.answerDevice(offer)]);
    await Promise.all([fresh.joiningArrival(), old.desk.admitDevice(digits)]);
    expect(holder().roots).toEqual(old.holder().roots);
    await keeper.addWay({ kind: "device" });
    const later = old.on(phone);
    await later.keeper.unlock({ kind: "device" });
    expect(later.holder().roots).toEqual(old.holder().roots);
  });

  test("is not opened by somebody else's device", async () => {
    const [old, other] = [await atHomeElsewhere(), await atHome()];
    const fresh = blank({ address: old.address });
    const { offer } = await fresh.openJoining();
    await Promise.all([
      expect(fresh.joiningAnswer()).rejects.toMatchObject({ name: "DeskOfAnotherAccount" }),
      expect(other.desk.answerDevice(offer)).rejects.toMatchObject({ name: "DeskOfAnotherAccount" }),
    ]);
  });
});

describe("what a stranger who saw the code seals to the new device", () => {
  test("is refused where it leads to other keys than those on chain", async () => {
    const { connection, address } = await atHomeElsewhere();
    const roots = [{ firstEpoch: 0, root: randomBytes(32) }] as const;
    const handover = { roots, walletKey: undefined };
    await expect(requireOwnHandover(connection, address, handover)).rejects.toMatchObject({ name: "StaleVault" });
  });

  test("is refused where the chain knows nothing to compare it with, unless it holds the wallet's key", async () => {
    const { connection, address, holder } = await atHomeElsewhere({ hasChart: false });
    const handover = { roots: holder().roots, walletKey: undefined };
    await expect(requireOwnHandover(connection, address, handover)).rejects.toMatchObject({ name: "NothingToCompare" });
    const another = { ...handover, walletKey: randomBytes(32) };
    await expect(requireOwnHandover(connection, address, another)).rejects.toMatchObject({ name: "OtherWallet" });
  });
});

test("a clinician's code is none of a new device, and is not taken for one", async () => {
  const old = await atHome();

  const clinician = new DoctorDesk({ request: `{"kind":0}` });
  const mailbox = mailboxOf(old.connection.gateway, clinician.offer);
  const answering = old.desk.answerDevice(encodeDeskOffer(clinician.offer));
  answering.catch(() => {});
  for await (const message of mailbox.messages(AbortSignal.timeout(3000))) {
    await mailbox.post(clinician.takeAnswer(message)!.reveal);
    break;
  }
  await expect(answering).rejects.toMatchObject({ name: "DeskOfNoDevice" });
});
