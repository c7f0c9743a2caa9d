import { type Address, type Hex, createTestClient, createWalletClient, http, keccak256, publicActions } from "viem";
import { type PrivateKeyAccount, generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { inject } from "vitest";
import { createGatewayClient } from "#client/gateway/createGatewayClient.ts";
import { contractAbis } from "#core/chain/contractAbis.ts";
import type { LicenceCredential } from "#core/chain/credential/parseLicenceCredential.ts";
import { signLicenceCredential } from "#core/chain/credential/signLicenceCredential.ts";
import { jurisdictionBytes } from "#core/chain/jurisdictionBytes.ts";
import { categoryNumber } from "#core/records/categories.ts";
import { DoctorDesk } from "#core/sealing/desk/DoctorDesk.ts";
import { accessRequestTypedData } from "#core/sealing/desk/accessRequestTypedData.ts";
import { createAccessRequest } from "#core/sealing/desk/createAccessRequest.ts";
import { encodeDeskOffer } from "#core/sealing/desk/encodeDeskOffer.ts";
import { people } from "../../../scripts/seed/people.ts";
import { boardKey } from "../../../scripts/seed/seedLicences.ts";
import { deploymentHere } from "./deploymentHere.ts";
import { mailboxOf } from "../../../frontend/keeper/desk/mailboxOf.ts";

const now = () => Math.floor(Date.now() / 1000);
const kind = 0;

export type Stranger = { account: PrivateKeyAccount; credential: LicenceCredential };

/** Somebody who says that they are a doctor, and has it in writing: from the board, or from nobody but themselves. */
export async function stranger({
  name,
  isSignedByBoard,
}: {
  name: string;
  isSignedByBoard: boolean;
}): Promise<Stranger> {
  const { chainId, contracts } = await deploymentHere();
  const account = privateKeyToAccount(generatePrivateKey());
  const { jurisdiction } = people;
  const credential = await signLicenceCredential({
    licence: {
      holder: account.address,
      kind,
      jurisdiction,
      name,
      speciality: "surgery",
      number: numberOf(account.address),
      issuedAt: now(),
    },
    boardKey,
    clerk: isSignedByBoard ? people.boardMember.account : account,
    chainId,
    licenceRegistry: contracts.LicenceRegistry,
  });
  return { account, credential };
}

const numberOf = (address: Address) => `S-${address.slice(2, 10)}`;

/** The board licenses somebody for so many seconds, and they are over when this resolves. */
export async function licenseBriefly({ account, credential }: Stranger, seconds = 3): Promise<void> {
  const { contracts } = await deploymentHere();
  const transport = http(inject("world").rpcUrl);
  const chain = createTestClient({ mode: "hardhat", transport }).extend(publicActions);
  const board = createWalletClient({ account: people.boardMember.account, transport });
  const time = async () => Number((await chain.getBlock({ blockTag: "pending" })).timestamp);
  const until = (await time()) + seconds;
  const issue = async () => {
    const hash = await board.writeContract({
      address: contracts.LicenceRegistry,
      abi: contractAbis.LicenceRegistry,
      functionName: "issue",
      args: [account.address, kind, jurisdictionBytes(people.jurisdiction), until - 1000, until, credential.numberHash],
      chain: null,
    });
    const { status } = await chain.waitForTransactionReceipt({ hash });
    if (status !== "success") throw new Error("The register refused.");
  };
  try {
    await issue();
  } catch (error) {
    // They were over before a slow machine had it on chain.
    if (seconds > 30) throw error;
    return licenseBriefly({ account, credential }, seconds * 3);
  }
  while ((await time()) <= until) await new Promise((resolve) => setTimeout(resolve, 200));
  await chain.mine({ blocks: 1 });
}

/** Shows a code as the app would, but asks no register whether it may; answers with the link in it. */
export async function showCodeAs({ account, credential }: Stranger): Promise<string> {
  const { chainId, contracts } = await deploymentHere();
  const { appUrl, gatewayUrl } = inject("world");
  const request = {
    chainId,
    consentRegistry: contracts.ConsentRegistry.toLowerCase() as Hex,
    doctor: account.address.toLowerCase() as Hex,
    kind: kind as 0,
    keyId: keccak256(account.address),
    credential,
    categories: [categoryNumber("labs")],
    until: now() + 86_400,
  };
  const signature = await account.signTypedData(accessRequestTypedData(request));
  const desk = new DoctorDesk({ request: createAccessRequest({ ...request, signature }) });
  const mailbox = mailboxOf(createGatewayClient({ gatewayUrl, signer: account, chainId }), desk.offer);
  void (async () => {
    for await (const message of mailbox.messages(AbortSignal.timeout(120_000))) {
      const answered = desk.takeAnswer(message);
      if (answered !== undefined) return mailbox.post(answered.reveal);
    }
  })().catch(() => {}); // the test has ended
  return `${appUrl}sharing/desk#${encodeDeskOffer(desk.offer)}`;
}
