import { network } from "hardhat";

/** 1 January 2030, 00:00 UTC: when the chain of the tests begins. */
const beginning = 1_893_456_000;
const secondsPerDay = 86_400;

/** One chain for all tests. The gas is fixed, so that a call that is refused is refused in a block. */
export const { ethers, networkHelpers, provider } = await network.create({
  network: "default",
  override: { initialDate: new Date(beginning * 1000).toISOString(), gas: 16_000_000n },
});

/** Midnight of that day, counted from the beginning. */
export const day = (count: number) => beginning + count * secondsPerDay;

/** Puts the next transaction into a block of exactly this second. */
export const at = (time: number) => networkHelpers.time.setNextBlockTimestamp(time);

/** Lets the chain reach exactly this second. */
export const mineAt = (time: number) => networkHelpers.time.increaseTo(time);
