import type { Holder } from "#core/chart/Holder.ts";
import { publishIdentity } from "#core/chart/publishIdentity.ts";
import { rotateKeys } from "#core/chart/rotateKeys.ts";
import type { Handover } from "#core/sealing/desk/encodeHandover.ts";
import { createRecoveryCode } from "#core/sealing/vault/recoveryCode.ts";
import type { Roots } from "#core/sealing/vault/roots.ts";
import { walletKeyOf } from "#core/sealing/vault/walletKeyOf.ts";
import type { VaultKeeper, VaultState } from "./Keeper.ts";
import { KeeperError } from "./KeeperError.ts";
import type { VaultSurroundings } from "./VaultSurroundings.ts";
import { addWay } from "./addWay.ts";
import { makeVault } from "./makeVault.ts";
import { renewWays } from "./renewWays.ts";
import { renewalWaits } from "./renewalWaits.ts";
import { testRecoveryCode } from "./testRecoveryCode.ts";
import { walletHere } from "./walletHere.ts";
import { unlockVault } from "./unlockVault.ts";
import { waysToUnlock } from "./waysToUnlock.ts";

export type CreateVaultKeeperParameters = VaultSurroundings & {
  /** That the wallet was made of, just now: its vault has no other. */
  recoveryCode?: string | undefined;
  /** That another device of the person's handed over, just now: the vault is open. */
  handedOver?: Roots | undefined;
};

/** A vault from when it is made or opened until this is thrown away; whoever has its holder can use what is in it. */
export function createVaultKeeper(parameters: CreateVaultKeeperParameters) {
  const { recoveryCode: given, handedOver, ...surroundings } = parameters;
  const { address, connection, wallet } = surroundings;
  let unlocked: Holder | undefined;
  let unusedCode = given;
  const hold = (roots: Roots) => void (unlocked = { address, roots, services: connection.services });
  if (handedOver !== undefined) hold(handedOver);
  const recoveryCode = () => (unusedCode ??= createRecoveryCode());
  const holder = () => {
    if (unlocked === undefined) throw new KeeperError("VaultLocked");
    return unlocked;
  };

  const keeper: VaultKeeper = {
    waysToUnlock: () => waysToUnlock(surroundings),
    recoveryCode: async () => recoveryCode(),
    offerPassphrase: async () => (await import("#core/sealing/vault/offerPassphrase.ts")).offerPassphrase(),
    async makeVault(second) {
      hold(await makeVault(surroundings, { recoveryCode: recoveryCode(), second }));
      unusedCode = undefined;
    },
    unlock: async (way) => hold(await unlockVault(surroundings, way)),
    vault: async () => stateOf(surroundings, holder()),
    addWay: async (way) => addWay(surroundings, holder().roots, way),
    async renewWays({ oldCode, second }) {
      const ways = { recoveryCode: oldCode ?? recoveryCode(), second };
      const isOldCode = oldCode !== undefined;
      await renewWays(surroundings, { holder: holder(), ways, isOldCode, onKept: hold });
      unusedCode = undefined;
    },
    async finishRenewal() {
      const { chain } = connection.services;
      if ((await chain.chartOf(address)) !== undefined) await rotateKeys({ holder: holder() });
      await publishIdentity({ holder: holder() });
    },
    requireWalletCode: async (code) => wallet?.open(walletKeyOf(code)),
    testRecoveryCode: (code) => testRecoveryCode(surroundings, code),
    async walletKey() {
      if (wallet === undefined) throw new KeeperError("WalletElsewhere");
      return wallet.privateKey();
    },
  };

  /** Opens vault and wallet with what another device handed over. */
  async function take({ roots, walletKey }: Handover) {
    if (wallet !== undefined && !wallet.isOpen()) wallet.open(walletKey ?? (await walletHere(surroundings, roots)));
    hold(roots);
  }
  return { keeper, holder, take };
}

async function stateOf(
  { address, connection, memory, wallet }: VaultSurroundings,
  holder: Holder,
): Promise<VaultState> {
  const [kept, here, isRenewalWaiting] = await Promise.all([
    connection.vaults.get(),
    memory.read(address),
    renewalWaits(holder),
  ]);
  if (kept === undefined) throw new KeeperError("VaultMissing");
  const ways = kept.vault.slots.map(({ kind, salt }) => ({ kind, salt, addedHereAt: here?.added[salt] }));
  return { ways, isRenewalWaiting, isWalletMadeHere: wallet !== undefined };
}
