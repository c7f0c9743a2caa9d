import type { Hex } from "viem";
import { ClientError } from "#client/ClientError.ts";
import { readLicences } from "#client/chain/readLicences.ts";
import type { FullConnection } from "#client/connect.ts";
import { readCredential } from "#client/readCredential.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { categoryNumber } from "#core/records/categories.ts";
import { accessRequestTypedData } from "#core/sealing/desk/accessRequestTypedData.ts";
import { createAccessRequest } from "#core/sealing/desk/createAccessRequest.ts";
import { keyIdOf } from "#core/sealing/keyIdOf.ts";
import { KeeperError } from "../KeeperError.ts";
import type { DeskWish } from "./AtDesk.ts";

/** What a clinician asks for, with the licence that a board signed, signed by the clinician. */
export async function signedRequest(holder: Holder, connection: FullConnection, wish: DeskWish): Promise<string> {
  const { clientChain: chain, gateway, signer } = connection;
  const { address, services } = holder;
  const licences = await readLicences(chain, address);
  const licence = licences.find(({ isInForce }) => isInForce);
  if (licence === undefined) throw new KeeperError("NotLicensed");
  const { kind } = licence;
  const [credential, key] = await Promise.all([
    readCredential({ chain, gateway, holder: address, kind }),
    services.chain.publishedKey(address),
  ]);
  if (credential === undefined) throw new KeeperError("CredentialMissing");
  if (key === undefined) throw new KeeperError("KeyMissing");
  const request = {
    chainId: services.chain.chainId,
    consentRegistry: services.chain.consentRegistry.toLowerCase() as Hex,
    doctor: address.toLowerCase() as Hex,
    kind: kind as 0 | 1 | 2 | 3,
    keyId: keyIdOf(key.publicKey),
    credential,
    categories: wish.categories.map(categoryNumber),
    until: wish.until,
  };
  const signature = await signer.signTypedData(accessRequestTypedData(request)).catch((cause: unknown) => {
    throw new ClientError("NotSigned", { cause });
  });
  return createAccessRequest({ ...request, signature: signature.toLowerCase() as Hex });
}
