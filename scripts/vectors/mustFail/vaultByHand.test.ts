import { expect, it } from "vitest";
import { openVault } from "#core/sealing/vault/openVault.ts";
import { parseVault } from "#core/sealing/vault/parseVault.ts";
import { recoveryUnlock } from "#core/sealing/vault/recoveryCode.ts";
import { recoveryCodes, roots, scene } from "../scene.ts";
import { vaultByHand } from "./vaultByHand.ts";

it("a vault by hand opens while nothing is asked to be otherwise", async () => {
  const vault = parseVault(await vaultByHand());
  const unlock = recoveryUnlock(recoveryCodes.subject);
  const opened = await openVault({ vault, unlock, chainId: scene.chainId, address: scene.subject });
  expect(opened).toEqual([{ firstEpoch: 0, root: roots.subject }]);
});
