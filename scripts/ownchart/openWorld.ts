import { type LocalAccount, createWalletClient, http } from "viem";
import type { Connection } from "#client/Connection.ts";
import type { ConnectParameters } from "#client/connect.ts";
import { randomBytes } from "#core/sealing/randomBytes.ts";
import { passphraseSlot, passphraseUnlock } from "#core/sealing/vault/passphrase.ts";
import { createRecoveryCode, recoverySlot } from "#core/sealing/vault/recoveryCode.ts";
import { type Roots } from "#core/sealing/vault/roots.ts";
import { sealVault } from "#core/sealing/vault/sealVault.ts";
import type { Circumstances } from "./Circumstances.ts";
import { CommandError } from "./CommandError.ts";
import type { Context } from "./Context.ts";
import type { World } from "./World.ts";
import { hardhatAccount } from "./keys/hardhatAccount.ts";
import { readKeyFile } from "./keys/readKeyFile.ts";
import { readPassphrase } from "./keys/readPassphrase.ts";
import { openKeyFile } from "./keys/sealKeyFile.ts";
import { newestRoots, putVault, rootsAtGateway } from "./keys/unlockedRoots.ts";
import { placeOf } from "./placeOf.ts";

export type OpenWorldParameters = { context: Context; circumstances: Circumstances };

/** Whoever the options name, where they say. A vault is unlocked only when it is needed. */
export async function openWorld({ context, circumstances }: OpenWorldParameters): Promise<World> {
  const { options } = context;
  if ((options.keys === undefined) === (options.account === undefined)) throw new CommandError("WhoMissing");
  const { rpcUrl, chainId } = await placeOf({ context, circumstances });
  if (options.keys !== undefined) return keyFileWorld({ context, circumstances, rpcUrl, chainId });
  const account = hardhatAccount(options.account!, chainId);
  const connection = await connectAs({ context, circumstances, rpcUrl, chainId, account });
  return sampleWorld({ context, connection, account });
}

type Place = OpenWorldParameters & { rpcUrl: string; chainId: number };

async function keyFileWorld({ context, ...place }: Place): Promise<World> {
  const file = await readKeyFile(context.options.keys!);
  if (file.chainId !== place.chainId) throw new CommandError("KeyFileOfAnotherChain");
  const passphrase = await readPassphrase(context);
  const { account, roots } = await openKeyFile({ file, unlock: passphraseUnlock(passphrase) });
  const connection = await connectAs({ context, ...place, account });
  const { address } = account;
  return worldOf({
    account,
    connection,
    roots: () => newestRoots({ connection, address, roots, passphrase }),
    async keepVault() {
      if ((await connection.vaults.get()) === undefined) await putVault(connection, file.vault);
      return {};
    },
  });
}

type SampleWorldParameters = { context: Context; connection: Connection; account: LocalAccount };

async function sampleWorld({ context, connection, account }: SampleWorldParameters): Promise<World> {
  const { address } = account;
  return worldOf({
    account,
    connection,
    roots: async () => rootsAtGateway({ connection, address, passphrase: await readPassphrase(context) }),
    async keepVault() {
      if ((await connection.vaults.get()) !== undefined) return {};
      const recoveryCode = createRecoveryCode();
      const slots = [await passphraseSlot(await readPassphrase(context)), recoverySlot(recoveryCode)];
      const roots: Roots = [{ firstEpoch: 0, root: randomBytes(32) }];
      const { chainId } = connection.services.chain;
      await putVault(connection, await sealVault({ roots, chainId, address, slots }));
      return { recoveryCode };
    },
  });
}

type WorldOfParameters = {
  account: LocalAccount;
  connection: Connection;
  roots: () => Promise<Roots>;
  keepVault: World["keepVault"];
};

function worldOf({ account, connection, roots, keepVault }: WorldOfParameters): World {
  const { services } = connection;
  const address = account.address.toLowerCase() as World["address"];
  const holder = async () => ({ address, roots: await roots(), services });
  return { address, connection, holder, keepVault };
}

/** A signer's connection, under the options that were given. */
export async function connectAs(parameters: Place & { account: LocalAccount }): Promise<Connection> {
  const { context, circumstances, rpcUrl, chainId, account } = parameters;
  const { options, environment } = context;
  const deployment = await circumstances.deploymentOn(chainId);
  if (deployment === undefined) throw new CommandError("DeploymentUnknown");
  const ipfsUrl = options.ipfs ?? environment["IPFS_GATEWAY"];
  return circumstances.connect({
    rpcUrl,
    gatewayUrl: options.gateway ?? environment["OWNCHART_GATEWAY_URL"] ?? "http://localhost:8700",
    ...(ipfsUrl !== undefined && { ipfsUrl }),
    deployment,
    signer: account as ConnectParameters["signer"],
    ...(options["pay-myself"] === true && { pay: paymentBy(account, rpcUrl) }),
  });
}

function paymentBy(account: LocalAccount, rpcUrl: string): NonNullable<ConnectParameters["pay"]> {
  const wallet = createWalletClient({ account, transport: http(rpcUrl) });
  return (transaction) => wallet.sendTransaction({ ...transaction, chain: null });
}
