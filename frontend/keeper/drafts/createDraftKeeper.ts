import type { Holder } from "#core/chart/Holder.ts";
import { draftName } from "#core/sealing/draft/draftName.ts";
import { openDraft } from "#core/sealing/draft/openDraft.ts";
import { sealDraft } from "#core/sealing/draft/sealDraft.ts";
import type { DraftStore } from "./DraftStore.ts";
import type { KeepsDrafts } from "./KeepsDrafts.ts";
import { bytesOfDraft, draftIn } from "./draftBytes.ts";

export type DraftKeeper = KeepsDrafts & {
  /** What was worked on here, in forms whose names begin so, was sent. */
  throwAwaySent(beginning: string): Promise<void>;
};

const week = 7 * 24 * 60 * 60 * 1000;

export function createDraftKeeper(holder: () => Holder, store: DraftStore, now = Date.now): DraftKeeper {
  /** What was typed or taken up since the vault was opened. */
  const worked = new Set<string>();

  const placeOf = (form: string) => {
    const { address: subject, roots, services } = holder();
    const { chainId, consentRegistry } = services.chain;
    const place = { chainId, consentRegistry, subject, form };
    return { roots, place, name: draftName(roots, place) };
  };

  async function throwAwayDraft(form: string) {
    worked.delete(form);
    await store.remove(placeOf(form).name);
  }

  return {
    throwAwayDraft,
    takeUpDraft: async (form) => void worked.add(form),
    async keepDraft(form, draft) {
      worked.add(form);
      const content = await bytesOfDraft(draft);
      if (!worked.has(form)) return; // sent meanwhile
      const { roots, place, name } = placeOf(form);
      await store.set(name, { sealed: sealDraft({ roots, place, content }), keptAt: now() });
    },
    async draft(form) {
      await store.removeBefore(now() - week);
      const { roots, place, name } = placeOf(form);
      const kept = await store.get(name);
      const content = kept && openDraft({ roots, place, sealed: kept.sealed });
      return content && draftIn(content);
    },
    async throwAwaySent(beginning) {
      const sent = [...worked].filter((form) => form.startsWith(beginning));
      await Promise.all(sent.map(throwAwayDraft));
    },
  };
}
