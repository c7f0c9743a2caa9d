import type { Connection, SharedChart } from "#client/Connection.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { inParallel } from "#core/chart/inParallel.ts";
import { openSharedAccess } from "#core/chart/openSharedAccess.ts";
import { parseTerms } from "#core/consent/parseTerms.ts";
import type { SharedWithMe } from "./Keeper.ts";

/** Charts that others share with the holder, each with what its terms say. A grant that does not open hides no other. */
export async function readSharedWithMe(holder: Holder, connection: Connection): Promise<SharedWithMe[]> {
  return inParallel(await connection.sharedWithMe(), atATime, (chart) => openedChart(holder, chart));
}

const atATime = 8;

async function openedChart(holder: Holder, shared: SharedChart): Promise<SharedWithMe> {
  const { subject, validFrom, validUntil, isInForce } = shared;
  const plain = { subject, validFrom, validUntil, isInForce };
  const closed = { read: [], contribute: [], about: undefined, refusal: undefined };
  if (!isInForce) return { ...plain, ...closed };
  try {
    const { shared: agreed } = await openSharedAccess({ holder, subject });
    const { read, contribute } = parseTerms(agreed!.terms);
    return { ...plain, read, contribute, about: agreed!.about, refusal: undefined };
  } catch (error) {
    return { ...plain, ...closed, refusal: (error as Error).name };
  }
}
