/** The local chain alone, with contracts and licences, until Ctrl-C: for working on one of the services. */
import { endWithParent } from "./start/endWithParent.ts";
import { startChain } from "./start/startChain.ts";

const chain = await startChain({ port: Number(process.env.OWNCHART_CHAIN_PORT ?? 8545) });
endWithParent(() => void chain.close().finally(() => process.exit(0)));
console.log(`Chain at ${chain.url}\nReady`);
