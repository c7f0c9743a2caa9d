import { type Address, type Hex, slice } from "viem";
import { contractAbis } from "#core/chain/contractAbis.ts";
import type { ChainChart } from "#core/chart/ChartServices.ts";
import { ClientError } from "../ClientError.ts";
import type { ClientChain } from "./ClientChain.ts";
import { atOneBlock } from "./atOneBlock.ts";
import type { ChainEvent } from "./createEventReader.ts";
import { timesOf } from "./timesOf.ts";

/**
 * A chart with the keyset hashes of all its epochs, which must lead without a gap to the one that the contract's state
 * holds. Costs two questions; the first time it grows with what the subject has ever granted, revoked and rotated.
 */
export async function readChart(chain: ClientChain, subject: Address): Promise<ChainChart | undefined> {
  return atOneBlock(chain, async (head) => {
    const [state, events] = await Promise.all([
      readChartState(chain, subject, head.number),
      chain.eventsOf({ contract: "ConsentRegistry", who: subject, head }),
    ]);
    const epochs = epochsIn(events);
    if (state.generation === 0 && epochs.length === 0) return undefined;

    const newest = epochs.at(-1);
    const isGapless = epochs.every(({ epoch }, i) => epoch === i) && newest?.epoch === state.epoch;
    if (!isGapless || state.generation === 0 || slice(newest.keyset, 0, 24) !== state.keyset) {
      throw new ClientError("ChainContradictsItself", { detail: "epochs" });
    }
    const times = await timesOf(chain, [newest.event]);
    return {
      epoch: newest.epoch,
      keysetHashes: new Map(epochs.map(({ epoch, keyset }) => [epoch, keyset])),
      epochStart: times.get(newest.event.blockHash)!,
    };
  });
}

export async function readChartState(chain: ClientChain, subject: Address, blockNumber: bigint) {
  const [generation, epoch, keyset] = await chain.client.readContract({
    address: chain.deployment.contracts.ConsentRegistry,
    abi: contractAbis.ConsentRegistry,
    functionName: "charts",
    args: [subject],
    blockNumber,
  });
  return { generation, epoch, keyset };
}

type EpochBegin = { epoch: number; keyset: Hex; event: ChainEvent };

function epochsIn(events: ChainEvent[]): EpochBegin[] {
  return events.flatMap((event): EpochBegin[] => {
    if (event.eventName === "ChartOpened") return [{ epoch: 0, keyset: event.args.keyset, event }];
    if (event.eventName === "Rotated") return [{ epoch: event.args.epoch, keyset: event.args.keyset, event }];
    return [];
  });
}
