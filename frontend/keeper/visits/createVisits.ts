import { type Address, bytesToNumber, numberToBytes } from "viem";
import type { Holder } from "#core/chart/Holder.ts";
import { draftName } from "#core/sealing/draft/draftName.ts";
import { openDraft } from "#core/sealing/draft/openDraft.ts";
import { sealDraft } from "#core/sealing/draft/sealDraft.ts";
import type { VisitStore } from "./VisitStore.ts";

export type Visits = {
  /**
   * Remembers the time of the newest record that is seen now, and answers with that of the visit before, which the vault was
   * locked after; undefined the first time on this device.
   */
  visit(subject: Address, newest: number): Promise<number | undefined>;
  /** The same answer, without looking at anything. */
  lastVisit(subject: Address): Promise<number | undefined>;
};

/** What somebody has seen of which chart lies sealed on this device, under names that tell nothing. */
export function createVisits(holder: () => Holder, store: VisitStore): Visits {
  const before = new Map<string, number | undefined>();
  const seen = new Map<string, number>();

  const placeOf = (chart: string) => {
    const { address: subject, roots, services } = holder();
    const { chainId, consentRegistry } = services.chain;
    const place = { chainId, consentRegistry, subject, form: `visit/${chart}` };
    return { roots, place, name: draftName(roots, place) };
  };

  async function kept(chart: string): Promise<number | undefined> {
    const { roots, place, name } = placeOf(chart);
    const sealed = await store.get(name);
    const opened = sealed && openDraft({ roots, place, sealed });
    return opened && bytesToNumber(opened);
  }

  async function lastVisit(subject: Address): Promise<number | undefined> {
    const chart = subject.toLowerCase();
    return before.has(chart) ? before.get(chart) : kept(chart);
  }

  return {
    lastVisit,
    async visit(subject, newest) {
      const chart = subject.toLowerCase();
      if (!before.has(chart)) before.set(chart, await kept(chart));
      if ((seen.get(chart) ?? before.get(chart) ?? -1) < newest) {
        const { roots, place, name } = placeOf(chart);
        await store.set(name, sealDraft({ roots, place, content: numberToBytes(newest, { size: 6 }) }));
        seen.set(chart, newest);
      }
      return before.get(chart);
    },
  };
}
