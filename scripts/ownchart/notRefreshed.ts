import type { NotRefreshed } from "#core/chart/refreshGrants.ts";
import { explainFailure } from "./output/explainFailure.ts";

/** To whom fresh keys could not be sent, and what to do. */
export function notRefreshedLines(notRefreshed: NotRefreshed): string[] {
  return notRefreshed.map(({ grantee, cause }) => {
    return `${grantee} did not get the new keys (${explainFailure(cause).name}): share with them again.`;
  });
}

export function notRefreshedJson(notRefreshed: NotRefreshed): object[] {
  return notRefreshed.map(({ grantee, cause }) => ({ grantee: grantee.toLowerCase(), error: explainFailure(cause) }));
}
