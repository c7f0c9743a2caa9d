import { hexToBytes } from "viem";
import type { Holder } from "#core/chart/Holder.ts";
import { chartPlaceOf } from "#core/chart/chartPlaceOf.ts";
import { chartContext } from "#core/sealing/chartContext.ts";
import { SealingError } from "#core/sealing/SealingError.ts";
import type { DeskOffer } from "#core/sealing/desk/DeskOffer.ts";
import { PatientDesk, deskMilliseconds } from "#core/sealing/desk/PatientDesk.ts";
import { acceptDeviceRequest } from "#core/sealing/desk/acceptDeviceRequest.ts";
import type { DeviceRequest } from "#core/sealing/desk/deviceRequestSchema.ts";
import { encodeHandover } from "#core/sealing/desk/encodeHandover.ts";
import { sealDeskMessage } from "#core/sealing/desk/sealDeskMessage.ts";
import { sealVaultHandover } from "#core/sealing/desk/sealVaultHandover.ts";
import { KeeperError } from "../KeeperError.ts";
import type { VaultSurroundings } from "../VaultSurroundings.ts";
import { requireCurrentRoots } from "../requireCurrentRoots.ts";
import type { AdmitsDevices } from "./AtDeviceDesk.ts";
import { answerOffer, answeringPatience } from "./answerOffer.ts";
import { refusalMessage } from "./handoverIn.ts";
import { mailboxOf } from "./mailboxOf.ts";
import { offerIn } from "./offerIn.ts";
import { tryDigits } from "./tryDigits.ts";

type Sitting = { offer: DeskOffer; desk: PatientDesk<DeviceRequest>; request: DeviceRequest; until: number };

/** The mailbox is emptied two minutes after our answer, and what is handed over is to be there before. */
const margin = 3000;

/** The side of a device that has the vault: it answers a new one's code, and hands everything over for the right digits. */
export function createDeviceAdmitting(
  holder: () => Holder,
  { connection, wallet }: Pick<VaultSurroundings, "connection" | "wallet">,
  { milliseconds = answeringPatience }: { milliseconds?: number } = {},
): AdmitsDevices {
  const { gateway } = connection;
  let sitting: Sitting | undefined;

  const post = (offer: DeskOffer, plaintext: Uint8Array) =>
    mailboxOf(gateway, offer).post(sealDeskMessage({ ...offer, sender: "patient", plaintext }));

  async function refuseDevice() {
    if (sitting !== undefined) await post(sitting.offer, refusalMessage);
    sitting = undefined;
  }

  async function handOver({ offer, request }: Sitting) {
    const { address, roots, services } = holder();
    const walletKey = wallet && hexToBytes(wallet.privateKey());
    const content = encodeHandover({ roots, walletKey });
    const context = chartContext(chartPlaceOf(services, address));
    const sealed = sealVaultHandover({ publicKey: hexToBytes(request.device), content, context });
    content.fill(0);
    await post(offer, sealed);
  }

  return {
    refuseDevice,
    async answerDevice(text) {
      sitting = undefined;
      const offer = offerIn(text);
      const { address, roots, services } = holder();
      await requireCurrentRoots({ address, connection }, roots);
      const { chainId, consentRegistry } = services.chain;
      const accept = (shown: string) => ownRequest({ text: shown, chainId, consentRegistry, address });
      const desk = new PatientDesk({ offer, subject: address, accept });
      const until = Date.now() + deskMilliseconds - margin;
      const request = await answerOffer({ gateway, offer, desk, milliseconds });
      sitting = { offer, desk, request, until };
      if (wallet === undefined && request.address === undefined) {
        await refuseDevice();
        throw new KeeperError("WalletNeededThere");
      }
      return { until };
    },
    async admitDevice(digits) {
      if (sitting !== undefined && Date.now() > sitting.until) throw new SealingError("DeskClosed");
      const tried = tryDigits(sitting?.desk, digits);
      if (tried.areRight) await handOver(sitting!);
      else if (tried.triesLeft === 0) await refuseDevice();
      return tried;
    },
  };
}

/** A clinician's code is answered elsewhere, where it says who asks. */
function ownRequest(parameters: Parameters<typeof acceptDeviceRequest>[0]): DeviceRequest {
  try {
    return acceptDeviceRequest(parameters);
  } catch (error) {
    const isOther = error instanceof SealingError && error.name === "UnknownFormat";
    throw isOther ? new KeeperError("DeskOfNoDevice", { cause: error }) : error;
  }
}
