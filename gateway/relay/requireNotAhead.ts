import { contractAbis } from "#core/chain/contractAbis.ts";
import type { Address } from "viem";
import type { Gateway } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import type { SignedMessage } from "./parseMessage.ts";
import { refusalIn } from "./refusalIn.ts";

/**
 * Refuses what was signed for a nonce, generation or epoch that has not come yet: it would come alive when it does, even
 * after a revocation.
 */
export async function requireNotAhead(gateway: Gateway, message: SignedMessage): Promise<void> {
  const pairs = await presentAndSigned(gateway, message).catch((cause) => {
    throw refusalIn(cause) ?? new GatewayError("ChainUnreachable", { cause });
  });
  if (pairs.some(([present, signed]) => signed > present)) throw new GatewayError("MessageAhead");
}

async function presentAndSigned(gateway: Gateway, { name, values }: SignedMessage): Promise<[number, number][]> {
  switch (name) {
    case "PublishKey":
      return [[await keyNonce(gateway, values.owner), values.nonce]];
    case "Grant": {
      const [chart, grant] = await Promise.all([chartOf(gateway, values.subject), grantOf(gateway, values)]);
      const { grantNonce, generation, epoch } = values;
      return [
        [grant.grantNonce, grantNonce],
        [chart.generation, generation],
        [chart.epoch, epoch],
      ];
    }
    case "Revoke": {
      const [chart, grant] = await Promise.all([chartOf(gateway, values.subject), grantOf(gateway, values)]);
      return [
        [grant.revokeNonce, values.revokeNonce],
        [chart.epoch, values.epoch],
      ];
    }
    case "RevokeAll": {
      const chart = await chartOf(gateway, values.subject);
      return [
        [chart.generation, values.generation],
        [chart.epoch, values.epoch],
      ];
    }
    case "Rotate":
      return [[(await chartOf(gateway, values.subject)).epoch, values.epoch]];
    case "Appoint":
      return [[(await appointmentOf(gateway, values)).appointNonce, values.appointNonce]];
    case "Withdraw":
      return [[(await appointmentOf(gateway, values)).withdrawNonce, values.withdrawNonce]];
    default:
      return [];
  }
}

function registry({ deployment }: Gateway) {
  return { address: deployment.contracts.ConsentRegistry, abi: contractAbis.ConsentRegistry } as const;
}

async function chartOf(gateway: Gateway, subject: Address) {
  const call = { ...registry(gateway), functionName: "charts", args: [subject] } as const;
  const [generation, epoch] = await gateway.chain.readContract(call);
  return { generation, epoch };
}

async function grantOf(gateway: Gateway, { subject, grantee }: { subject: Address; grantee: Address }) {
  const call = { ...registry(gateway), functionName: "grants", args: [subject, grantee] } as const;
  const [, , , grantNonce, revokeNonce] = await gateway.chain.readContract(call);
  return { grantNonce, revokeNonce };
}

async function appointmentOf(
  { chain, deployment }: Gateway,
  { hospital, staff }: { hospital: Address; staff: Address },
) {
  const staffRegistry = { address: deployment.contracts.StaffRegistry, abi: contractAbis.StaffRegistry } as const;
  const call = { ...staffRegistry, functionName: "appointments", args: [hospital, staff] } as const;
  const [, appointNonce, withdrawNonce] = await chain.readContract(call);
  return { appointNonce, withdrawNonce };
}

async function keyNonce({ chain, deployment }: Gateway, owner: Address) {
  const directory = { address: deployment.contracts.KeyDirectory, abi: contractAbis.KeyDirectory } as const;
  const [, nonce] = await chain.readContract({ ...directory, functionName: "keys", args: [owner] });
  return nonce;
}
