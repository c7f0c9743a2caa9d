import { type Address, type Hex, slice } from "viem";
import { jurisdictionBytes } from "../jurisdictionBytes.ts";
import { LicenceCredentialError, type LicenceCredentialErrorName } from "./LicenceCredentialError.ts";
import { isSignedByItsBoard } from "./isSignedByItsBoard.ts";
import type { LicenceCredential } from "./parseLicenceCredential.ts";

export type VerifyLicenceCredentialParameters = {
  credential: LicenceCredential;
  chainId: number;
  licenceRegistry: Address;
  register: RegisterSays;
};

/** What the chain answers now. */
export type RegisterSays = {
  /** `LicenceRegistry.licences(holder, kind)`. */
  licence: { status: number; jurisdiction: Hex; number: Hex };
  /** `AccessManager.hasRole(boardRole(jurisdiction), board)`. */
  boardRole: { isMember: boolean; delay: number };
};

const [active, suspended] = [1, 2];

/**
 * Refuses a credential that its board did not sign, or that is not of the licence in the register. A suspended or lapsed
 * licence is still its holder's: whether it counts now is asked elsewhere. Clerks sign with plain accounts.
 */
export async function verifyLicenceCredential(parameters: VerifyLicenceCredentialParameters): Promise<void> {
  const { credential, chainId, licenceRegistry, register } = parameters;
  const { licence, boardRole } = register;
  refuseUnless(licence.status === active || licence.status === suspended, "CredentialNotLicensed");
  const isThisLicence =
    licence.jurisdiction.toLowerCase() === jurisdictionBytes(credential.jurisdiction) &&
    licence.number.toLowerCase() === slice(credential.numberHash, 0, 15);
  refuseUnless(isThisLicence, "CredentialOfAnotherLicence");
  refuseUnless(boardRole.isMember && boardRole.delay === 0, "CredentialBoardUnknown");
  refuseUnless(await isSignedByItsBoard({ credential, chainId, licenceRegistry }), "CredentialNotSigned");
}

function refuseUnless(holds: boolean, otherwise: LicenceCredentialErrorName): asserts holds {
  if (!holds) throw new LicenceCredentialError(otherwise);
}
