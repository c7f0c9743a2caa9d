import type { Address } from "viem";
import type { ChainChart, ChainGrant } from "./ChartServices.ts";
import type { Holder } from "./Holder.ts";
import { epochsBetween } from "./epochsBetween.ts";
import { currentChart } from "./currentChart.ts";
import { newestGrant } from "./newestGrant.ts";
import { type OwnKeys, ownKeysOf } from "./ownKeys.ts";
import { sealGrantFor } from "./sealGrantFor.ts";

/** To whom no fresh keys could be sent, and why. They read on what they could before. */
export type NotRefreshed = { grantee: Address; cause: unknown }[];

/**
 * Sends the keys of the present epoch to every grantee who does not have them yet, under the terms that each has. What
 * that is, is read from the grant itself, which the subject can open too: any device of the subject's can do this, and
 * going on after an interruption is calling it again.
 *
 * Keys are only ever sent once their epoch has begun. Sent before, they would be in the hands of somebody whose grant may
 * end in the very transaction that begins it.
 */
export async function refreshGrants({ holder }: { holder: Holder }): Promise<NotRefreshed> {
  const { chart } = await currentChart({ holder });
  const keysOf = remembered((epoch: number) => ownKeysOf({ holder, chart, epoch }));
  const notRefreshed: NotRefreshed = [];
  for (const onChain of await holder.services.chain.grantsOf(holder.address)) {
    try {
      await refreshGrant({ holder, chart, onChain, keysOf });
    } catch (cause) {
      notRefreshed.push({ grantee: onChain.grantee, cause });
    }
  }
  return notRefreshed;
}

type Refreshing = { holder: Holder; chart: ChainChart; onChain: ChainGrant; keysOf: (epoch: number) => OwnKeys };

async function refreshGrant({ holder, chart, onChain, keysOf }: Refreshing): Promise<void> {
  const [subject, { grantee }] = [holder.address, onChain];
  const { opened, epoch: givenIn } = await newestGrant({ holder, role: "subject", subject, chart, onChain });
  if (givenIn === chart.epoch) return;
  const { terms, about, seeds, keys, keysets } = opened;
  const read = seeds.filter(({ epoch }) => epoch === givenIn).map(({ category }) => category);
  const contribute = keys.map(({ category }) => category);
  const first = [...keysets.keys()].reduce((a, b) => Math.min(a, b));
  const share = { grantee, read, contribute, terms, about };
  const grant = await sealGrantFor({ holder, share, keys: epochsBetween(first, chart.epoch).map(keysOf) });
  await holder.services.grants.put({ subject, grantee, epoch: chart.epoch, grant });
}

function remembered<Value>(make: (epoch: number) => Value): (epoch: number) => Value {
  const known = new Map<number, Value>();
  return (epoch) => {
    const value = known.get(epoch) ?? make(epoch);
    known.set(epoch, value);
    return value;
  };
}
