import type { Holder } from "#core/chart/Holder.ts";
import { padJson } from "#core/sealing/padJson.ts";
import { parsePaddedJson } from "#core/sealing/parsePaddedJson.ts";
import { draftName } from "#core/sealing/draft/draftName.ts";
import { openDraft } from "#core/sealing/draft/openDraft.ts";
import { sealDraft } from "#core/sealing/draft/sealDraft.ts";
import type { KeepsTemplates, NoteTemplate } from "./KeepsTemplates.ts";
import type { TemplateStore } from "./TemplateStore.ts";

/** All of somebody's templates lie sealed as one, so that the device does not tell how many there are. */
export function createTemplates(holder: () => Holder, store: TemplateStore): KeepsTemplates {
  const place = () => {
    const { address: subject, roots, services } = holder();
    const { chainId, consentRegistry } = services.chain;
    const at = { chainId, consentRegistry, subject, form: "note-templates.1" };
    return { roots, place: at, name: draftName(roots, at) };
  };

  function opened(sealed: Uint8Array | undefined): NoteTemplate[] {
    const { roots, place: at } = place();
    const content = sealed && openDraft({ roots, place: at, sealed });
    const kept = content && (parsePaddedJson(content) as { templates: NoteTemplate[] } | undefined);
    return kept?.templates ?? [];
  }

  async function change(changed: (before: NoteTemplate[]) => NoteTemplate[]) {
    const { roots, place: at, name } = place();
    await store.change(name, (sealed) => {
      const content = padJson({ templates: changed(opened(sealed)) }, unit);
      return sealDraft({ roots, place: at, content });
    });
  }

  return {
    async noteTemplates() {
      return opened(await store.get(place().name)).toSorted((a, b) => a.name.localeCompare(b.name));
    },
    keepNoteTemplate: (template) => change((before) => [...without(before, template.name), template]),
    removeNoteTemplate: (name) => change((before) => without(before, name)),
  };
}

function without(templates: NoteTemplate[], name: string): NoteTemplate[] {
  return templates.filter((it) => it.name !== name);
}

/** What it is filled up to, so that its length says little. */
const unit = 4096;
