import { isAddressEqual } from "viem";
import { readLicences } from "#client/chain/readLicences.ts";
import type { FullConnection } from "#client/connect.ts";
import { verifyCredential } from "#client/verifyCredential.ts";
import { categories } from "#core/records/categories.ts";
import type { AccessRequest } from "#core/sealing/desk/accessRequestSchema.ts";
import { acceptAccessRequest } from "#core/sealing/desk/acceptAccessRequest.ts";
import type { SignedAccessRequest } from "#core/sealing/desk/verifyAccessRequest.ts";
import { parseAccessRequest } from "#core/sealing/desk/parseAccessRequest.ts";
import { keyIdOf } from "#core/sealing/keyIdOf.ts";
import { KeeperError } from "../KeeperError.ts";
import type { DeskRefusal, DeskRequest } from "./AtDesk.ts";

export type Believed = Omit<DeskRequest, "until"> | DeskRefusal;

/** A request as far as chain and board vouch for it: this chain, this clinician, this licence and this key. */
export async function checkedRequest(connection: FullConnection, text: string): Promise<Believed> {
  requireThisChain(connection, parseAccessRequest(text));
  let believed: Believed | undefined;
  const checkLicence = async (request: AccessRequest) => void (believed = await clinicianIn(connection, request));
  const verifyOnChain = async (signed: SignedAccessRequest) => {
    const { verifyOnChain: verify } = await import("#client/chain/verifyOnChain.ts");
    return verify(connection.clientChain, signed);
  };
  await acceptAccessRequest({ text, checkLicence, verifyOnChain });
  return believed!;
}

function requireThisChain({ services: { chain } }: FullConnection, { chainId, consentRegistry }: AccessRequest): void {
  const isThisChain = chainId === chain.chainId && isAddressEqual(consentRegistry, chain.consentRegistry);
  if (!isThisChain) throw new KeeperError("DeskOfAnotherChain");
}

async function clinicianIn(connection: FullConnection, request: AccessRequest): Promise<Believed> {
  const { clientChain: chain, services } = connection;
  const { doctor, kind, keyId, categories: numbers, until } = request;
  const [{ name, speciality }, licences, key] = await Promise.all([
    verifyCredential({ chain, credential: request.credential, holder: doctor, kind }),
    readLicences(chain, doctor),
    services.chain.publishedKey(doctor),
  ]);
  const isLicensed = licences.some((licence) => licence.kind === kind && licence.isInForce);
  if (!isLicensed) return { refusal: "licence-not-in-force", name };
  if (key === undefined || keyIdOf(key.publicKey) !== keyId) throw new KeeperError("DeskKeyUnknown");
  const asked = numbers.map((number) => categories[number]!);
  return { refusal: undefined, doctor, kind, name, speciality, categories: asked, accessUntil: until };
}
