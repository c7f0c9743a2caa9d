import type { TypedDataDefinition } from "viem";
import { passesAnnounced } from "./announcedMessages.ts";
import { cardOf } from "./cardOf.ts";
import { askWith } from "./promptStore.ts";

/** The card that stands for the question of a wallet that has no window of its own. */
export async function confirmTypedData(typedData: TypedDataDefinition): Promise<void> {
  if (passesAnnounced(typedData)) return;
  await askWith(await cardOf(typedData), async () => {});
}
