import { bytesToString, stringToBytes } from "viem";
import type { Holder } from "#core/chart/Holder.ts";
import { draftName } from "#core/sealing/draft/draftName.ts";
import { openDraft } from "#core/sealing/draft/openDraft.ts";
import { sealDraft } from "#core/sealing/draft/sealDraft.ts";
import type { VisitStore } from "../visits/VisitStore.ts";

/** What somebody wants to remember on this device: sealed, and under names that tell nothing. */
export function createNotes<Note>(holder: () => Holder, store: VisitStore) {
  const placeOf = (form: string) => {
    const { address: subject, roots, services } = holder();
    const { chainId, consentRegistry } = services.chain;
    const place = { chainId, consentRegistry, subject, form };
    return { roots, place, name: draftName(roots, place) };
  };
  return {
    async read(form: string): Promise<Note | undefined> {
      const { roots, place, name } = placeOf(form);
      const sealed = await store.get(name);
      const opened = sealed && openDraft({ roots, place, sealed });
      return opened && (JSON.parse(bytesToString(opened)) as Note | undefined);
    },
    async write(form: string, note: Note): Promise<void> {
      const { roots, place, name } = placeOf(form);
      await store.set(name, sealDraft({ roots, place, content: stringToBytes(JSON.stringify(note)) }));
    },
  };
}
