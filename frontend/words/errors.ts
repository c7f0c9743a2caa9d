import { clientErrorSentences } from "#client/clientErrorSentences.ts";
import { errorSentences } from "#core/chain/errorSentences.ts";
import { chartErrorSentences } from "#core/chart/chartErrorSentences.ts";
import { auditErrorSentences } from "#core/audit/auditErrorSentences.ts";
import { consentErrorSentences } from "#core/consent/consentErrorSentences.ts";
import { recordErrorSentences } from "#core/records/recordErrorSentences.ts";
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
    ...keeperErrorSentences,
    UserRejectedRequestError: "You said no in your wallet, so nothing was done.",
    ConnectorNotFoundError: "This wallet cannot be found any more; please choose again.",
    ConfigurationMissing: "This page was put up without its settings, so it does not know which chain it is for.",
  } as Record<string, string>,
  unknown: "Something went wrong that has no name yet. Please try again.",
};
