import type { Hex } from "viem";
import { type GatewayClient, createGatewayClient } from "#client/gateway/createGatewayClient.ts";
import { readAll } from "#client/gateway/readAll.ts";
import { inParallel } from "#core/chart/inParallel.ts";
import { runProgram } from "../../../test/system/support/runProgram.ts";
import { bestTimes } from "../../measure/bestTimes.ts";
import type { Measure } from "../../measure/Measure.ts";
import type { MeasuredPerson, MeasuredWorld } from "../stack/startWorld.ts";

export type MeasuredChart = { subject: MeasuredPerson; grantee: MeasuredPerson; capsuleHashes: readonly Hex[] };

const oneByOne = 256;
const atOnce = 8;

/** Capsules as a grantee gets them, one by one and all in one stream, beside the same bytes from a server without rules. */
export async function* capsuleMeasures(world: MeasuredWorld, chart: MeasuredChart): AsyncGenerator<Measure> {
  const { grantee, subject, capsuleHashes } = chart;
  const path = `/charts/${subject.address.toLowerCase()}/capsules`;
  const [one, all] = [await read(grantee.gateway, `${path}/${capsuleHashes[0]}`), await read(grantee.gateway, path)];
  const { gateway: bare, end } = await startBare(world, grantee, { one, all });
  try {
    const some = capsuleHashes.slice(0, oneByOne);
    const [ours, theirs, ourStream, theirStream] = await bestTimes(1, [
      () => inParallel(some, atOnce, (hash) => read(grantee.gateway, `${path}/${hash}`)),
      () => inParallel(some, atOnce, () => read(bare, "/one")),
      () => read(grantee.gateway, path),
      () => read(bare, "/all"),
    ]);
    yield { name: "capsules.one-by-one", ...rates(some.length, ours!, theirs!) };
    yield { name: "capsules.streamed", ...rates(capsuleHashes.length, ourStream!, theirStream!) };
  } finally {
    await end();
  }
}

function rates(count: number, ours: number, theirs: number) {
  return { value: (1000 * count) / ours, unit: "1/s", peer: (1000 * count) / theirs };
}

function read(gateway: GatewayClient, path: string): Promise<Uint8Array> {
  return gateway.ask({ path, accept: "application/octet-stream" }, (answer) => readAll(answer, 2 ** 30));
}

/** The other side is the same client, so that both rates are those of servers. */
async function startBare(
  { stack }: MeasuredWorld,
  { account: signer }: MeasuredPerson,
  kept: Record<string, Uint8Array>,
) {
  const program = runProgram("node", ["scripts/bench/gateway/bareServer.ts"]);
  await program.printed("Bytes at");
  const gatewayUrl = /http:\S+\d/.exec(program.output())![0];
  for (const [name, bytes] of Object.entries(kept))
    await fetch(`${gatewayUrl}/${name}`, { method: "PUT", body: bytes as Uint8Array<ArrayBuffer> });
  const client = createGatewayClient({ gatewayUrl, signer, chainId: stack.deployment.chainId });
  return {
    gateway: { ...client, ask: (asking, take) => client.ask({ ...asking, isPublic: true }, take) } as GatewayClient,
    async end() {
      program.process.kill();
      await program.ended;
    },
  };
}
