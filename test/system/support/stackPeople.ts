import type { LocalAccount } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { type ConnectParameters, connect } from "#client/connect.ts";
import type { Holder } from "#core/chart/Holder.ts";
import type { NewRecord } from "#core/chart/NewRecord.ts";
import { openChart } from "#core/chart/openChart.ts";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { openSharedAccess } from "#core/chart/openSharedAccess.ts";
import { publishIdentity } from "#core/chart/publishIdentity.ts";
import { publishRecords } from "#core/chart/publishRecords.ts";
import { type ShareChartParameters, shareChart } from "#core/chart/shareChart.ts";
import { randomBytes } from "#core/sealing/randomBytes.ts";
import { about, labResult } from "#test/support/chartPeople.ts";
import type { Stack } from "./stack.ts";

/** Somebody with keys, and a connection to a stack. */
export type StackPerson = Holder & { account: LocalAccount; connection: ReturnType<typeof connect> };

export type StackPersonOptions = { account?: LocalAccount; roots?: Holder["roots"] } & Partial<ConnectParameters>;

/** Somebody new, or somebody with this account; through the stack's own gateway, unless told otherwise. */
export function stackPerson(stack: Stack, options: StackPersonOptions = {}): StackPerson {
  const { account = privateKeyToAccount(generatePrivateKey()), ...more } = options;
  const { roots = [{ firstEpoch: 0, root: randomBytes(32) }], ...parameters } = more;
  const { chainUrl: rpcUrl, gatewayUrl, deployment } = stack;
  const connection = connect({ rpcUrl, gatewayUrl, deployment, signer: account, ...parameters });
  return { account, address: account.address, roots, services: connection.services, connection };
}

/** Somebody new, whose chart is open. */
export async function stackPatient(stack: Stack, options?: StackPersonOptions): Promise<StackPerson> {
  const holder = stackPerson(stack, options);
  await openChart({ holder });
  return holder;
}

/** Somebody whom others can share with. */
export async function stackClinician(stack: Stack, options?: StackPersonOptions): Promise<StackPerson> {
  const holder = stackPerson(stack, options);
  await publishIdentity({ holder });
  return holder;
}

/** Adds laboratory results, each told by its text, to one's own chart or one that is shared. */
export async function addResults(author: Holder, subject: Holder, texts: readonly string[], more?: Partial<NewRecord>) {
  const isOwn = author.address === subject.address;
  const access = isOwn
    ? await openOwnAccess({ holder: author })
    : await openSharedAccess({ holder: author, subject: subject.address });
  return publishRecords({ holder: author, access, records: texts.map((text) => labResult(text, more)) });
}

/** Shares laboratory results for a month, unless told otherwise. */
export function shareResults(holder: Holder, grantee: Holder, more: Partial<ShareChartParameters> = {}) {
  const now = Math.floor(Date.now() / 1000);
  return shareChart({
    holder,
    grantee: grantee.address,
    about,
    read: ["labs"],
    contribute: [],
    purpose: "treatment",
    validUntil: now + 30 * 86_400,
    history: "all",
    now,
    ...more,
  });
}
