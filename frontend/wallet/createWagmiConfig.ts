import { defineChain, http } from "viem";
import { createConfig, createStorage } from "wagmi";
import type { Configuration } from "../configuration/Configuration.ts";

/** Each window has its own wallet, so that two people can sit at one machine. */
export function createWagmiConfig({ rpcUrl, deployment }: Configuration) {
  const chain = defineChain({
    id: deployment.chainId,
    name: `Ownchart ${deployment.chainId}`,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
  });
  return createConfig({
    chains: [chain],
    transports: { [chain.id]: http(rpcUrl) },
    storage: createStorage({ storage: sessionStorage }),
  });
}
