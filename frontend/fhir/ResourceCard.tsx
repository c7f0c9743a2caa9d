import { useContext } from "react";
import type { BundleEntry } from "#core/records/BundleEntry.ts";
import { fhirWords } from "../words/fhirWords.ts";
import { resourceWords } from "../words/resourceWords.ts";
import { wordFor } from "../words/wordFor.ts";
import { AttachmentView } from "./AttachmentView.tsx";
import { BundleContext } from "./BundleContext.ts";
import { Disclosure } from "./Disclosure.tsx";
import { FactList } from "./FactList.tsx";
import { humanName } from "./humanName.ts";
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

type Level = "h2" | "h3";
type ResourceCardProps = { entry: BundleEntry; /** Where its heading stands among the page's. */ level: Level };

/** One resource, told to a person; of a kind that nobody tells here, everything that stands in it. */
export function ResourceCard({ entry, level }: ResourceCardProps) {
  const index = useContext(BundleContext);
  const reader = useContext(ReaderContext);
  const told = tellResource({ entry, index, reader });
  const narrative = textMember(member(entry.resource, "text"), "div");
  return (
    <article className="space-y-4 rounded-panel border border-line bg-surface p-4 sm:p-6">
      {told === undefined ? (
        <Untold entry={entry} level={level} narrative={narrative} />
      ) : (
        <ToldContent told={told} level={level} />
      )}
      {told !== undefined && narrative !== undefined && (
        <Disclosure summary={fhirWords.ownWords}>{() => <Narrative div={narrative} />}</Disclosure>
      )}
    </article>
  );
}

function ToldContent({ told, level: Heading }: { told: Told; level: Level }) {
  const { title, when, marks, facts, paragraphs, results, attachments, sections } = told;
  return (
    <>
      <header>
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <Heading className="text-lead">{title}</Heading>
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
      {title !== "" && <p className="text-small text-quiet">{title}</p>}
      {div !== undefined && <Narrative div={div} />}
      {text !== undefined && <LongText text={text} />}
    </section>
  );
}

type UntoldProps = ResourceCardProps & { narrative: string | undefined };

function Untold({ entry, level: Heading, narrative }: UntoldProps) {
  const { resource } = entry;
  return (
    <>
      <Heading className="text-lead">{nameOfResource(resource) ?? kindName(resource)}</Heading>
      {narrative !== undefined && <Narrative div={narrative} />}
      <ResourceTree entry={entry} />
    </>
  );
}

function kindName({ resourceType }: BundleEntry["resource"]): string {
  return wordFor(resourceWords, resourceType) ?? humanName(resourceType);
}
