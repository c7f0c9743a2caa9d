import type { FullConnection } from "#client/connect.ts";
import type { Holder } from "#core/chart/Holder.ts";
import type { VaultSurroundings } from "../VaultSurroundings.ts";
import type { AnswersAtDesk, AsksAtDesk } from "./AtDesk.ts";
import type { AdmitsDevices, JoinsAtDesk } from "./AtDeviceDesk.ts";
import { createDeskAnswering } from "./createDeskAnswering.ts";
import { createDeskAsking } from "./createDeskAsking.ts";
import { createDeviceAdmitting } from "./createDeviceAdmitting.ts";
import { type CreateDeviceJoiningParameters, createDeviceJoining } from "./createDeviceJoining.ts";

export type Desks = AsksAtDesk & AnswersAtDesk & JoinsAtDesk & AdmitsDevices;

export type CreateDesksParameters = Pick<VaultSurroundings, "address" | "wallet"> &
  Pick<CreateDeviceJoiningParameters, "receive"> & { holder: () => Holder; connection: FullConnection };

/** All sides of all desks. */
export function createDesks({ holder, connection, address, wallet, receive }: CreateDesksParameters): Desks {
  return {
    ...createDeskAsking(holder, connection),
    ...createDeskAnswering(holder, connection),
    ...createDeviceJoining({ connection, address, receive }),
    ...createDeviceAdmitting(holder, { connection, wallet }),
  };
}
