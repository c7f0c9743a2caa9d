import { connect } from "#client/connect.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { listRecords } from "#core/chart/listRecords.ts";
import { openSharedAccess } from "#core/chart/openSharedAccess.ts";
import { memoryServices } from "../../../test/support/memoryServices.ts";
import { bestTimes } from "../../measure/bestTimes.ts";
import type { MeasuredWorld } from "../stack/startWorld.ts";
import type { MeasuredChart } from "./capsuleMeasures.ts";

/**
 * Seconds that a grantee who has just connected waits for the timeline of a chart, and that the same takes where capsules
 * lie in memory and the chain has been read.
 */
export async function timesOfList(world: MeasuredWorld, { subject, grantee, capsuleHashes }: MeasuredChart) {
  const { chainUrl: rpcUrl, gatewayUrl, deployment } = world.stack;
  const access = await openSharedAccess({ holder: grantee, subject: subject.address });
  const { capsules } = memoryServices();
  for await (const capsule of grantee.services.capsules.list({ subject: subject.address }))
    await capsules.put({ subject: subject.address, capsule });

  const list = async (holder: Holder) => {
    const { records } = await listRecords({ holder, access });
    const { length } = capsuleHashes;
    if (records.length !== length) throw new Error(`Only ${records.length} of ${length} records were listed.`);
  };
  const justConnected = () => ({
    ...grantee,
    services: connect({ rpcUrl, gatewayUrl, deployment, signer: grantee.account }).services,
  });
  const inMemory = { ...grantee, services: { ...grantee.services, capsules } };
  const [ours, theirs] = await bestTimes(1, [() => list(justConnected()), () => list(inMemory)], { rounds: 3 });
  return { ours: ours! / 1000, inMemory: theirs! / 1000 };
}
