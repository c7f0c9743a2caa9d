import { readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Hex, bytesToHex } from "viem";
import { people } from "../../../../scripts/seed/people.ts";
import { placeEmptyDatabase } from "#test/support/emptyDatabase.ts";
import { freePort } from "#test/support/freePort.ts";
import { restartable } from "../restartable.ts";
import type { Stack } from "../stack.ts";

/** Another gateway on the same chain, whose database can be pulled from under it. */
export async function startBrokenGateway(stack: Stack) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const folder = join(stack.folder, "broken-gateway");
  const gateway = restartable("gateway/main.ts", {
    DATABASE_URL: "",
    OWNCHART_RPC_URL: stack.chainUrl,
    OWNCHART_GATEWAY_PORT: String(port),
    OWNCHART_GATEWAY_URL: url,
    OWNCHART_DATA: folder,
    OWNCHART_RELAY_KEY: bytesToHex(people.operator.account.getHdKey().privateKey!),
    IPFS_API: stack.ipfsUrl,
  });
  const { genesis } = (await (await fetch(stack.gatewayUrl)).json()) as { genesis: Hex };
  await placeEmptyDatabase(folder, genesis);
  await gateway.start();
  return {
    url,
    output: gateway.output,
    /** From here on, nothing that it had not opened yet can be read or written. */
    async breakDatabase() {
      for (const world of await readdir(folder)) {
        await rename(join(folder, world, "pglite", "base"), join(folder, world, "elsewhere"));
      }
    },
    async end() {
      gateway.kill();
      await gateway.end();
      await rm(folder, { recursive: true, force: true }); // a broken cluster is no cluster
    },
  };
}
