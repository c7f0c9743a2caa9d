import { type Address, bytesToHex, getAddress, isAddressEqual } from "viem";
import type { FullConnection } from "#client/connect.ts";
import { chartContext } from "#core/sealing/chartContext.ts";
import { DoctorDesk } from "#core/sealing/desk/DoctorDesk.ts";
import { deskMilliseconds } from "#core/sealing/desk/PatientDesk.ts";
import { createDeviceRequest } from "#core/sealing/desk/createDeviceRequest.ts";
import { encodeDeskOffer } from "#core/sealing/desk/encodeDeskOffer.ts";
import type { Handover } from "#core/sealing/desk/encodeHandover.ts";
import { type KeyPair, keyPairOf } from "#core/sealing/keyPairOf.ts";
import { randomBytes } from "#core/sealing/randomBytes.ts";
import { SealingError } from "#core/sealing/SealingError.ts";
import { KeeperError } from "../KeeperError.ts";
import { chartPlaceOf } from "#core/chart/chartPlaceOf.ts";
import type { JoinsAtDesk } from "./AtDeviceDesk.ts";
import { createSeat } from "./createSeat.ts";
import { firstAnswer } from "./firstAnswer.ts";
import { firstIn } from "./firstIn.ts";
import { handoverIn } from "./handoverIn.ts";
import { mailboxOf } from "./mailboxOf.ts";
import { requireOwnHandover } from "./requireOwnHandover.ts";

type Sitting = { desk: DoctorDesk; pair: KeyPair; answered?: { subject: Address; until: number } };

export type CreateDeviceJoiningParameters = {
  connection: Pick<FullConnection, "gateway" | "services">;
  /** Whose vault it wants; undefined where there is no wallet here yet. */
  address: Address | undefined;
  /** What has arrived, and belongs to this address. */
  receive(handover: Handover & { address: Address }): Promise<void>;
  milliseconds?: number;
};

/** A new device's side of a desk: a fresh key, to which another device of the same person's seals what it has. */
export function createDeviceJoining(parameters: CreateDeviceJoiningParameters): JoinsAtDesk {
  const { connection, address, receive, milliseconds = deskMilliseconds } = parameters;
  const { gateway, services } = connection;
  const seat = createSeat<Sitting>();

  return {
    leaveJoining: async () => seat.leave(),
    async openJoining() {
      const { chainId, consentRegistry } = services.chain;
      const pair = keyPairOf(randomBytes(32), 2);
      const request = createDeviceRequest({
        chainId,
        consentRegistry: lowerCase(consentRegistry),
        address: address && lowerCase(address),
        device: bytesToHex(pair.publicKey),
      });
      const desk = new DoctorDesk({ request });
      seat.take({ desk, pair });
      return { offer: encodeDeskOffer(desk.offer), until: Date.now() + milliseconds };
    },
    async joiningAnswer() {
      const current = seat.present();
      const { desk, leaving } = current;
      const { subject, code, reveal } = await firstAnswer(gateway, desk, { leaving, milliseconds });
      await mailboxOf(gateway, desk.offer).post(reveal);
      const isOther = address !== undefined && !isAddressEqual(subject, address);
      if (isOther) throw new SealingError("DeskOfAnotherAccount");
      const until = Date.now() + milliseconds;
      current.answered = { subject, until };
      return { digits: code, until };
    },
    async joiningArrival() {
      const { desk, pair, answered, leaving } = seat.present();
      if (answered === undefined) throw new KeeperError("DeskLeft");
      const { subject, until } = answered;
      const context = chartContext(chartPlaceOf(services, subject));
      const arrived = await firstIn(gateway, desk.offer, {
        leaving,
        milliseconds: Math.max(0, until - Date.now()),
        found: (message) => handoverIn(message, { offer: desk.offer, pair, context }),
      });
      if (arrived === undefined) throw new KeeperError("DeskOver");
      if (arrived === "refused") throw new KeeperError("DeviceRefused");
      await requireOwnHandover(connection, subject, arrived);
      leaving.throwIfAborted();
      await receive({ ...arrived, address: subject });
      // As every other device writes it: people compare it.
      return { address: getAddress(subject) };
    },
  };
}

function lowerCase(address: Address): Address {
  return address.toLowerCase() as Address;
}
