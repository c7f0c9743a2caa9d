import { ClientError } from "#client/ClientError.ts";
import type { Signer } from "#client/Connection.ts";
import type { FullConnection } from "#client/connect.ts";
import type { Holder } from "#core/chart/Holder.ts";
import type { ActsForBoard, AppliesForLicence } from "./Licensing.ts";
import type { SecretStore } from "./SecretStore.ts";
import { createApplying } from "./createApplying.ts";
import { createBoardActing } from "./createBoardActing.ts";
import { createBoardReading } from "./createBoardReading.ts";
import { createPaperMail } from "./createPaperMail.ts";
import { createSecretKeeper } from "./createSecretKeeper.ts";

export type Licensing = AppliesForLicence & ActsForBoard;

export type CreateLicensingParameters = { holder: () => Holder; connection: FullConnection; store: SecretStore };

/** Both sides of a licence: who asks for it, and the board that gives it. */
export function createLicensing({ holder, connection: given, store }: CreateLicensingParameters): Licensing {
  const connection = { ...given, signer: namingRefusals(given.signer) };
  const mail = createPaperMail(holder, connection);
  const secrets = createSecretKeeper({ holder, connection, mail, store });
  const reading = createBoardReading({ address: connection.signer.address, connection, mail, secrets });
  const { boardDesk, boardRegister, licenceStory } = reading;
  return {
    ...createApplying(holder, connection, mail),
    ...createBoardActing({ holder, connection, mail, secrets, reading }),
    boardDesk,
    boardRegister,
    licenceStory,
  };
}

/** A card or a wallet that was declined is an error with a sentence. */
function namingRefusals(signer: Signer): Signer {
  return {
    address: signer.address,
    signMessage: (parameters) => signer.signMessage(parameters),
    signTypedData: (typedData) =>
      signer.signTypedData(typedData).catch((cause: unknown) => {
        throw new ClientError("NotSigned", { cause });
      }),
  };
}
