import { clientErrorSentences } from "#client/clientErrorSentences.ts";
import { licenceCredentialErrorSentences } from "#core/chain/credential/LicenceCredentialError.ts";
import { errorSentences } from "#core/chain/errorSentences.ts";
import { chartErrorSentences } from "#core/chart/chartErrorSentences.ts";
import { auditErrorSentences } from "#core/audit/auditErrorSentences.ts";
import { consentErrorSentences } from "#core/consent/consentErrorSentences.ts";
import { recordErrorSentences } from "#core/records/recordErrorSentences.ts";
import { licensingErrorSentences } from "#core/licensing/LicensingError.ts";
import { sealingErrorSentences } from "#core/sealing/sealingErrorSentences.ts";
import { keeperErrorSentences } from "../keeper/keeperErrorSentences.ts";

/** What happened, in a sentence, by the name of the error. */
export const errors = {
  byName: {
    ...errorSentences,
    ...auditErrorSentences,
    ...consentErrorSentences,
    ...recordErrorSentences,
    ...sealingErrorSentences,
    ...chartErrorSentences,
    ...clientErrorSentences,
    ...licenceCredentialErrorSentences,
    ...licensingErrorSentences,
    ...keeperErrorSentences,
    RecordStatusForbids:
      "This record was replaced or marked as an error meanwhile; open it again to see what holds now.",
    RequestInvalid: "The gateway did not understand this; please tell whoever runs it.",
    SignInNeeded: "You are signed out; please come in again.",
    SignInRefused: "The gateway did not accept the sign-in; please try again.",
    NotPermitted: "This is somebody else's.",
    NotFound: "There is no such thing here.",
    CapsuleMissing: "A part of this record did not arrive; please try again.",
    Erased: "This record was erased.",
    Changed: "It was changed on another device meanwhile; please look again.",
    TooLarge: "This is larger than the gateway takes.",
    DigestWrong: "What arrived is not what was sent; please try again.",
    CredentialInvalid: "This licence is not what the register says.",
    MessageAhead: "This was signed for a later moment; please try again.",
    QuotaReached: "That was a lot at once; please wait a while.",
    RelayTooDear: "The network asks for more than this gateway pays right now.",
    StorageUnreachable: "The storage cannot be reached right now; please try again later.",
    Unexpected: "The gateway made a mistake; please try again.",
    NotAllowedError: "The passkey was not used, so nothing was done; you can try again or choose another way.",
    PasskeyWithoutSecret: "This device's passkeys cannot open a vault; please choose a passphrase instead.",
    UserRejectedRequestError: "You said no in your wallet, so nothing was done.",
    ConnectorNotFoundError: "This wallet cannot be found any more; please choose again.",
    NotReadableError: "This file can no longer be read, or is a folder; please choose it again.",
    NotFoundError: "This file is not there any more; please choose it again.",
    ConfigurationMissing: "This page was put up without its settings, so it does not know which chain it is for.",
  } as Record<string, string>,
  unknown: "Something went wrong that has no name yet. Please try again.",
};
