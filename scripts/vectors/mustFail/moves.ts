import { addressBytes } from "#core/sealing/addressBytes.ts";
import { elsewhere } from "../scene.ts";

const stranger = addressBytes(elsewhere.address);

const chartMoves: [string, object][] = [
  ["another subject", { subject: stranger }],
  ["another chain", { chainId: elsewhere.chainId }],
  ["the chain whose number has the same lower 32 bits", { chainId: elsewhere.chainIdCut }],
];

/** Where a record could be claimed to belong. */
export const recordMoves: [string, object][] = [
  ...chartMoves,
  ["another author", { author: stranger }],
  ["another record registry", { recordRegistry: stranger }],
];

/** Where a grant could be claimed to belong. */
export const grantMoves: [string, object][] = [
  ...chartMoves,
  ["another grantee", { grantee: stranger }],
  ["another consent registry", { consentRegistry: stranger }],
];
