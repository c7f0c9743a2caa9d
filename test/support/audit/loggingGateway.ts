import type { Address } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { anchorLog } from "#gateway/log/anchorLog.ts";
import { enterReceipt } from "#gateway/log/enterReceipt.ts";
import type { LocalChain } from "../localChain.ts";
import { testGateway } from "../testGateway.ts";
import { numberedAddress, numberedHash } from "./sampleLogs.ts";
import { sendQueued } from "./sendQueued.ts";

/** A gateway, and a subject who asks it for the log. */
export async function loggingGateway(chain: LocalChain) {
  const gateway = await testGateway(chain);
  const account = privateKeyToAccount(generatePrivateKey());
  const subject = account.address.toLowerCase() as Address;
  const as = await gateway.signIn(account);
  let received = 0;

  return {
    subject,
    address: gateway.account.address,
    close: gateway.close,
    getJson: async (path: string): Promise<unknown> => (await gateway.request(path, { as })).json(),
    async enter(times: number, whose = subject) {
      for (let at = 0; at < times; at++) {
        await enterReceipt(gateway, {
          subject: whose,
          to: numberedAddress(0xd0c),
          capsules: [numberedHash(++received)],
        });
      }
    },
    async anchor() {
      await anchorLog(gateway);
      await sendQueued(gateway);
    },
  };
}

export type LoggingGateway = Awaited<ReturnType<typeof loggingGateway>>;
