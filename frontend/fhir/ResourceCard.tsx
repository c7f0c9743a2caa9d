import { useContext } from "react";
import type { BundleEntry } from "#core/records/BundleEntry.ts";
import { fhirWords } from "../words/fhirWords.ts";
import { AttachmentView } from "./AttachmentView.tsx";
import { BundleContext } from "./BundleContext.ts";
import { Disclosure } from "./Disclosure.tsx";
import { FactList } from "./FactList.tsx";
import { LongText } from "./LongText.tsx";
import { Mark } from "./Mark.tsx";
import { Narrative } from "./narrative/Narrative.tsx";
import { ObservationTable } from "./ObservationTable.tsx";
import { ReaderContext } from "./ReaderContext.ts";
import { ResourceTree } from "./ResourceTree.tsx";
import type { Section, Told } from "./tell/Told.ts";
import { tellResource } from "./tell/tellResource.ts";
import { member } from "./member.ts";
import { nameOfResource } from "./nameOfResource.ts";
import { textMember } from "./textMember.ts";

/** One resource, told to a person; of a kind that nobody tells here, everything that stands in it. */
export function ResourceCard({ entry }: { entry: BundleEntry }) {
  const index = useContext(BundleContext);
  const reader = useContext(ReaderContext);
  const told = tellResource({ entry, index, reader });
  const narrative = textMember(member(entry.resource, "text"), "div");
  return (
    <article className="space-y-4 rounded-panel border border-line bg-surface p-4 sm:p-6">
      {told === undefined ? <Untold entry={entry} narrative={narrative} /> : <ToldContent told={told} />}
      {told !== undefined && narrative !== undefined && (
        <Disclosure summary={fhirWords.ownWords}>{() => <Narrative div={narrative} />}</Disclosure>
      )}
    </article>
  );
}

function ToldContent({ told }: { told: Told }) {
  const { title, when, marks, facts, paragraphs, results, attachments, sections } = told;
  return (
    <>
      <header>
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <h3 className="text-lead">{title}</h3>
          {marks.map((mark) => (
            <Mark key={mark}>{mark}</Mark>
          ))}
        </div>
        {when !== undefined && <p className="text-small text-quiet">{when}</p>}
      </header>
      {results.length > 0 && <ObservationTable caption={fhirWords.resultsOf(title)} entries={results} />}
      {paragraphs.map(({ label, value }, at) => (
        <p key={at} className="max-w-prose">
          <span className="block text-small text-quiet">{label}</span>
          <LongText text={value} />
        </p>
      ))}
      {facts.length > 0 && <FactList facts={facts} />}
      {sections.map((section, at) => (
        <SectionView key={at} section={section} />
      ))}
      {attachments.map((attachment, at) => (
        <AttachmentView key={at} attachment={attachment} />
      ))}
    </>
  );
}

function SectionView({ section: { title, div, text } }: { section: Section }) {
  return (
    <section className="max-w-prose">
      {title !== "" && <h4 className="text-small text-quiet">{title}</h4>}
      {div !== undefined && <Narrative div={div} />}
      {text !== undefined && <LongText text={text} />}
    </section>
  );
}

function Untold({ entry, narrative }: { entry: BundleEntry; narrative: string | undefined }) {
  const { resource } = entry;
  return (
    <>
      <h3 className="text-lead">{nameOfResource(resource) ?? fhirWords.unnamed}</h3>
      {narrative !== undefined && <Narrative div={narrative} />}
      <ResourceTree entry={entry} />
    </>
  );
}
