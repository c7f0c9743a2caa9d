import type { Address, Hex } from "viem";
import { chartErrorOf } from "./chartErrorOf.ts";
import { deadlineOf } from "./deadlineOf.ts";
import { pagesOf } from "./pagesOf.ts";
import { isPublished, mostRecords } from "./publish.ts";
import { type Sending, sendChange } from "./sendChange.ts";

export type StaffPublication = {
  staff: Address;
  /** Whose records they are from then on. */
  hospital: Address;
  subject: Address;
  epoch: number;
  capsuleHashes: readonly Hex[];
};

/** What is already there is passed over. One signature for every 256 records. */
export async function publishAsStaff(sending: Sending, publication: StaffPublication): Promise<void> {
  const { staff, hospital, subject, epoch, capsuleHashes } = publication;
  const { chain } = sending;
  try {
    for (const capsules of pagesOf(capsuleHashes, mostRecords)) {
      const published = { author: hospital, subject, capsuleHashes: capsules };
      await sendChange(sending, {
        name: "PublishAsStaff",
        values: { staff, hospital, subject, epoch, capsules, deadline: deadlineOf(chain, await chain.head()) },
        about: subject,
        outcomeIn: async (events) => (await isPublished(chain, published, events)) || undefined,
      });
    }
  } catch (error) {
    throw chartErrorOf(error);
  }
}
