import { type Address, type LocalAccount, createWalletClient, http } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { boardRole } from "#core/chain/boardRole.ts";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { boardOf } from "#test/support/boardOf.ts";
import { type ChainWorld, chainWorld } from "#test/support/chainWorld.ts";
import { createClientChain } from "./createClientChain.ts";
import { decideLicence } from "./decideLicence.ts";
import type { LicenceCall } from "./licenceCall.ts";
import { licenceHistories } from "./licenceHistories.ts";
import type { Pay } from "./payFor.ts";
import { memberAt, readBoards } from "./readBoards.ts";

let world: ChainWorld;
let board: ReturnType<typeof boardOf>;
beforeAll(async () => {
  world = await chainWorld();
  board = boardOf(world.local);
}, 120_000);
afterAll(() => world.close());

const kind = 0;
const year = 365 * 86_400;
const somebody = () => privateKeyToAccount(generatePrivateKey()).address;
const chainHere = () => createClientChain({ rpcUrl: world.local.url, deployment: world.local.deployment });
const payOf =
  (account: LocalAccount): Pay =>
  (transaction) =>
    createWalletClient({ account, transport: http(world.local.url) }).sendTransaction({ ...transaction, chain: null });

type By = { account?: LocalAccount; pay?: Pay };

async function decide(call: LicenceCall, { account = board.clerk, pay = payOf(account) }: By = {}) {
  await decideLicence({ chain: chainHere(), account: account.address, pay, call });
}

const numberHash = (holder: Address) => `${holder.toLowerCase()}${"00".repeat(12)}` as const;

async function issue(holder: Address, more = {}) {
  const { time } = await chainHere().head();
  const { jurisdiction } = board;
  const window = { validFrom: time, validUntil: time + year };
  await decide({
    act: "issue",
    holder,
    kind,
    jurisdiction,
    ...window,
    numberHash: numberHash(holder) as never,
    ...more,
  });
}

async function licenceOf(holder: Address) {
  const chain = chainHere();
  const events = await chain.eventsOf({ contract: "LicenceRegistry", head: await chain.head() });
  return licenceHistories(events, board.jurisdiction).find((it) => it.holder === holder);
}

describe("a member of a board", () => {
  test("is known from the chain, with the jurisdiction of the board", async () => {
    const boards = await readBoards(chainHere());
    expect(boards.map(({ jurisdiction }) => jurisdiction)).toEqual([board.jurisdiction]);
    expect(memberAt(boards[0], board.clerk.address)).toMatchObject({ delay: 0 });
    expect(memberAt(boards[0], somebody())).toBeUndefined();
  });

  test("issues, renews, suspends, reinstates and revokes, and the register tells it in that order", async () => {
    const holder = somebody();
    await issue(holder);
    const { validUntil } = (await licenceOf(holder))!;
    await decide({ act: "renew", holder, kind, validUntil: validUntil + year });
    for (const act of ["suspend", "reinstate", "revoke"] as const) await decide({ act, holder, kind });
    const licence = await licenceOf(holder);
    expect(licence).toMatchObject({ status: "revoked", validUntil: validUntil + year });
    expect(licence!.history.map(({ did }) => did)).toEqual(["issued", "renewed", "suspended", "reinstated", "revoked"]);
    await issue(holder);
    expect(await licenceOf(holder)).toMatchObject({ status: "active" });
    expect((await licenceOf(holder))!.history).toHaveLength(6);
  });

  test("is told by the register's own word what it refuses, before anybody pays", async () => {
    const [holder, other] = [somebody(), somebody()];
    await issue(holder);
    let asked = 0;
    const pay: Pay = async () => `0x${String(++asked)}`;
    const refused = async (call: LicenceCall, name: string, account: LocalAccount = board.clerk) =>
      expect(decide(call, { account, pay })).rejects.toMatchObject({ name });
    await refused({ act: "reinstate", holder, kind }, "LicenceStatusForbids");
    await refused({ act: "renew", holder, kind, validUntil: 1 }, "LicenceWindowInvalid");
    const { jurisdiction } = board;
    const window = { validFrom: 1, validUntil: 2 ** 40 - 1 };
    const taken = {
      act: "issue",
      holder: other,
      kind,
      jurisdiction,
      ...window,
      numberHash: numberHash(holder),
    } as const;
    await refused(taken as LicenceCall, "LicenceNumberTaken");
    const stranger = privateKeyToAccount(generatePrivateKey());
    await refused({ act: "suspend", holder, kind }, "LicenceBoardUnauthorized", stranger);
    expect(asked).toBe(0);
  });

  test("whose wallet says no, or cannot send, has done nothing", async () => {
    const holder = somebody();
    await issue(holder);
    const no: Pay = () => Promise.reject(Object.assign(new Error("no"), { code: 4001 }));
    const refused = expect(decide({ act: "suspend", holder, kind }, { pay: no })).rejects;
    await refused.toMatchObject({ name: "TransactionNotSent" });
    const { address: account } = board.clerk;
    const call = { act: "suspend", holder, kind } as const;
    const without = decideLicence({ chain: chainHere(), account, pay: undefined, call });
    await expect(without).rejects.toMatchObject({ name: "WalletCannotPay" });
    expect(await licenceOf(holder)).toMatchObject({ status: "active" });
  });

  test("who was dismissed is none any more", async () => {
    const { local } = world;
    const member = privateKeyToAccount(generatePrivateKey());
    const root = createWalletClient({ account: board.root, transport: http(local.url) });
    const manager = { address: local.deployment.contracts.AccessManager, abi: contractAbis.AccessManager, chain: null };
    const role = boardRole(board.jurisdiction);
    const sit = { functionName: "grantRole", args: [role, member.address, 60] } as const;
    await local.client.waitForTransactionReceipt({ hash: await root.writeContract({ ...manager, ...sit }) });
    const seat = async () => memberAt((await readBoards(chainHere()))[0], member.address);
    expect(await seat()).toMatchObject({ delay: 60 });
    const dismiss = { functionName: "revokeRole", args: [role, member.address] } as const;
    await local.client.waitForTransactionReceipt({ hash: await root.writeContract({ ...manager, ...dismiss }) });
    expect(await seat()).toBeUndefined();
  });
});
