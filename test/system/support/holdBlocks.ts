import { createTestClient, http } from "viem";

/** Lets transactions wait in a local chain until the answer is called. */
export async function holdBlocks(chainUrl: string): Promise<() => Promise<void>> {
  const chain = createTestClient({ mode: "hardhat", transport: http(chainUrl) });
  await chain.setAutomine(false);
  return async () => {
    await chain.setAutomine(true);
    await chain.mine({ blocks: 1 });
  };
}
