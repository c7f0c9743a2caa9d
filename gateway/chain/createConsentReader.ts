import { type Address, type Hex, type PublicClient, zeroAddress } from "viem";
import { contractAbis } from "#core/chain/contractAbis.ts";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import { GatewayError } from "../GatewayError.ts";
import type { ConsentReader } from "./ConsentReader.ts";

export type CreateConsentReaderParameters = { chain: PublicClient; deployment: Deployment; now(): number };

const [READ, CONTRIBUTE] = [1, 2];
const hospitalKind = 2;

/**
 * Asks the chain which block is the newest with every request, once for those that wait at the same time, and remembers
 * grants for as long as it stays the newest. Time goes on between blocks too: what has ended by the clock has ended.
 */
export function createConsentReader({ chain, deployment, now }: CreateConsentReaderParameters): ConsentReader {
  const { ConsentRegistry, LicenceRegistry, RecordRegistry, StaffRegistry } = deployment.contracts;
  let known: Known | undefined;
  let asked: Promise<{ hash: Hex; number: bigint; timestamp: bigint }> | undefined;

  async function newestBlock() {
    asked ??= chain.getBlock().finally(() => (asked = undefined));
    return asked;
  }

  function knownAt({ hash }: Block): Known {
    if (known?.block !== hash) known = { block: hash, grants: new Map(), appointments: new Map() };
    return known;
  }

  function grantAt(block: Block, subject: Address, grantee: Address) {
    const { grants } = knownAt(block);
    return remembered(grants, `${subject}/${grantee}`, () => readGrant(block.number, subject, grantee));
  }

  function appointmentAt(block: Block, hospital: Address, staff: Address) {
    const { appointments } = knownAt(block);
    return remembered(appointments, `${hospital}/${staff}`, () => readAppointment(block.number, hospital, staff));
  }

  async function accessAt(block: Block, subject: Address, grantee: Address) {
    const { validFrom, validUntil, permissions } = await grantAt(block, subject, grantee);
    const time = timeAt(block);
    const stands = permissions !== 0 && time < validUntil;
    const held = stands && validFrom <= time ? permissions : 0;
    return { read: (held & READ) !== 0, contribute: (held & CONTRIBUTE) !== 0, stands };
  }

  const timeAt = ({ timestamp }: Block) => Math.max(now(), Number(timestamp));

  async function readGrant(blockNumber: bigint, subject: Address, grantee: Address): Promise<GrantInForce> {
    const registry = { address: ConsentRegistry, abi: contractAbis.ConsentRegistry, blockNumber } as const;
    const [grant, chart] = await Promise.all([
      chain.readContract({ ...registry, functionName: "grants", args: [subject, grantee] }),
      chain.readContract({ ...registry, functionName: "charts", args: [subject] }),
    ]);
    const [validFrom, validUntil, generation, , , permissions] = grant;
    return { validFrom, validUntil, permissions: generation === chart[0] ? permissions : 0 };
  }

  async function readAppointment(blockNumber: bigint, hospital: Address, staff: Address): Promise<StaffInForce> {
    const licences = { address: LicenceRegistry, abi: contractAbis.LicenceRegistry, blockNumber } as const;
    const appointments = { address: StaffRegistry, abi: contractAbis.StaffRegistry, blockNumber } as const;
    const [isLicensed, [, , licensedUntil], [validUntil]] = await Promise.all([
      chain.readContract({ ...licences, functionName: "isLicensed", args: [hospital, hospitalKind] }),
      chain.readContract({ ...licences, functionName: "licences", args: [hospital, hospitalKind] }),
      chain.readContract({ ...appointments, functionName: "appointments", args: [hospital, staff] }),
    ]);
    return { validUntil: isLicensed ? Math.min(licensedUntil, validUntil) : 0 };
  }

  return {
    async accessOf({ subject, grantee }) {
      return orUnreachable(async () => accessAt(await newestBlock(), subject, grantee));
    },

    async mayBringFor({ subject, hospital, staff }) {
      return orUnreachable(async () => {
        const block = await newestBlock();
        const [{ contribute }, { validUntil }] = await Promise.all([
          accessAt(block, subject, hospital),
          appointmentAt(block, hospital, staff),
        ]);
        return contribute && timeAt(block) < validUntil;
      });
    },

    async authorsOf({ subject, digests }) {
      const registry = { address: RecordRegistry, abi: contractAbis.RecordRegistry, functionName: "records" } as const;
      const authorOf = async (digest: Hex) => {
        const [author] = await chain.readContract({ ...registry, args: [subject, digest] });
        return author === zeroAddress ? undefined : (author.toLowerCase() as Address);
      };
      return orUnreachable(() => Promise.all(digests.map(authorOf)));
    },
  };
}

type Block = { hash: Hex; number: bigint; timestamp: bigint };

type Known = {
  block: Hex;
  grants: Map<string, Promise<GrantInForce>>;
  appointments: Map<string, Promise<StaffInForce>>;
};

/** Until the earlier of both ends: the appointment's, and that of the hospital's licence; 0 where one does not count. */
type StaffInForce = { validUntil: number };

type GrantInForce = { validFrom: number; validUntil: number; permissions: number };

const mostRemembered = 10_000;

/** What was asked at this block is not asked again; a question without an answer is. */
function remembered<Answer>(answers: Map<string, Promise<Answer>>, key: string, ask: () => Promise<Answer>) {
  const waiting = answers.get(key) ?? ask();
  if (answers.size < mostRemembered) answers.set(key, waiting);
  waiting.catch(() => answers.delete(key));
  return waiting;
}

async function orUnreachable<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (cause) {
    throw new GatewayError("ChainUnreachable", { cause });
  }
}
