import type { Address, Hex } from "viem";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import { parseCapsule } from "#core/sealing/capsule/parseCapsule.ts";
import type { Row } from "../kept/StolenDatabase.ts";
import type { PublicValues } from "./PublicValues.ts";
import { type Opened, keyIdsFrom, openCapsuleWith } from "./openCapsuleWith.ts";
import { openGrantWith } from "./openGrantWith.ts";
import { openVaultWith } from "./openVaultWith.ts";

/** Later epochs follow from a root in the same way. */
const epochsTried = 2;

/**
 * Tries to open what is sealed with everything that its thief has anyway. Costs a hash for each capsule and each thing
 * that is said of its chart, and some 2 ms for each thing that is said of the chart as a whole.
 */
export function createOpener({ chainId, contracts }: Deployment, values: PublicValues) {
  const known = new Map<string, Set<Hex>>();
  const chartOf = (subject: Address) => ({ chainId, consentRegistry: contracts.ConsentRegistry, subject });

  /** Once a chart: most capsules of it are under the same keys. */
  function openKeyIds(subject: Address, suite: 1 | 2): Set<Hex> {
    const key = `${suite} ${subject}`;
    const [seeds, roots] = [values.ofRecords(subject), values.ofChart(subject)];
    const made = { chart: chartOf(subject), suite, seeds, roots, epochs: epochsTried };
    const ids = known.get(key) ?? new Set(keyIdsFrom(made));
    known.set(key, ids);
    return ids;
  }

  function openedCapsule({ subject, author, uploader, capsule }: Record<string, unknown>): Opened {
    const bytes = capsule as Uint8Array;
    const { keyId, suite } = parseCapsule(bytes);
    if (openKeyIds(subject as Address, suite).has(keyId)) return "the key of a category";
    const authors = [author, uploader, subject].filter((it) => it !== null) as Address[];
    const { RecordRegistry: recordRegistry } = contracts;
    const chart = chartOf(subject as Address);
    return openCapsuleWith({ capsule: bytes, authors, chart, recordRegistry, values: values.ofRecords(chart.subject) });
  }

  return async ({ table, columns }: Row): Promise<Opened> => {
    if (table === "capsules") return openedCapsule(columns);
    if (table === "vaults") {
      const address = columns.address as Address;
      return openVaultWith({ vault: columns.vault as Uint8Array, chainId, address, values: values.ofChart(address) });
    }
    if (table !== "grants") return undefined;
    const [subject, grantee] = [columns.subject as Address, columns.grantee as Address];
    const place = { ...chartOf(subject), grantee, epoch: Number(columns.epoch) };
    return openGrantWith({ grant: columns.sealed_grant as Uint8Array, place, values: values.ofChart(subject) });
  };
}
