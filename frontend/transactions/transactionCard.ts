import type { Address, Hex } from "viem";
import type { Card } from "./Card.ts";
import { payCard } from "./payMyself.ts";

/** Before a wallet pays: an act of a board's in its own words, anything else as the bringing of what was signed before. */
export async function transactionCard(transaction: { to: Address; data: Hex }): Promise<Card> {
  const { registerActCard } = await import("./licensing/registerActCard.ts");
  return registerActCard(transaction) ?? payCard(transaction);
}
