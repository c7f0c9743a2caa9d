import type { Address, Hex, TypedDataDefinition } from "viem";
import type { Draft, Paper } from "./Paper.ts";
import { type LicensingPlace, paperTypedData } from "./paperTypedData.ts";
import { parsePaper } from "./parsePaper.ts";

export type SignPaperParameters<SomePaper extends Paper> = {
  /** Whoever signs is whom it is by. */
  paper: Draft<SomePaper>;
  signer: { address: Address; signTypedData(typedData: TypedDataDefinition): Promise<Hex> };
  place: LicensingPlace;
};

/** Refuses what no reader would accept, before anybody is asked to sign it. */
export async function signPaper<SomePaper extends Paper>(
  parameters: SignPaperParameters<SomePaper>,
): Promise<SomePaper> {
  const { paper, signer, place } = parameters;
  const by = signer.address.toLowerCase();
  const checked = parsePaper({ ...paper, by, signature: unsignedYet });
  const signature = await signer.signTypedData(paperTypedData(checked, place) as TypedDataDefinition);
  return { ...checked, signature } as SomePaper;
}

const unsignedYet: Hex = `0x${"00".repeat(65)}`;
