import { deviceUnlock } from "#core/sealing/vault/device.ts";
import type { Unlock } from "#core/sealing/vault/openVault.ts";
import { passkeyUnlock } from "#core/sealing/vault/passkey.ts";
import { passphraseUnlock } from "#core/sealing/vault/passphrase.ts";
import { recoveryUnlock } from "#core/sealing/vault/recoveryCode.ts";
import type { Way } from "./Keeper.ts";
import { KeeperError } from "./KeeperError.ts";
import type { VaultSurroundings } from "./VaultSurroundings.ts";
import { deviceOf } from "./newSlotOf.ts";

export async function unlockBy(surroundings: VaultSurroundings, way: Way): Promise<Unlock> {
  if (way.kind === "passphrase") return passphraseUnlock(way.passphrase);
  if (way.kind === "recovery") return recoveryUnlock(way.code);
  if (way.kind === "passkey") return passkeyUnlock(surroundings.passkeys);
  const device = (await surroundings.memory.read(surroundings.address))?.device;
  if (device === undefined) throw new KeeperError("DeviceUnknown");
  return deviceUnlock(deviceOf(surroundings, device.secret), device.salt);
}
