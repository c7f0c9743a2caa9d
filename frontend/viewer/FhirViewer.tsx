import { useMemo } from "react";
import { Disclosure } from "../fhir/Disclosure.tsx";
import { LongText } from "../fhir/LongText.tsx";
import { RecordContent } from "../fhir/RecordContent.tsx";
import { viewerWords } from "../words/viewerWords.ts";
import type { OpenDocument } from "./OpenDocument.ts";
import { readFhir } from "./readFhir.ts";

/** A FHIR record for people, and below it what it is made of. */
export function FhirViewer({ bytes, title }: Pick<OpenDocument, "bytes" | "title">) {
  const content = useMemo(() => readFhir(bytes), [bytes]);
  if (content === undefined) return <p className="max-w-prose text-quiet">{viewerWords.brokenFhir}</p>;
  return (
    <>
      <RecordContent content={content} />
      <Disclosure summary={viewerWords.showAsData}>
        {() => (
          <div
            role="region"
            aria-label={viewerWords.data(title)}
            tabIndex={0}
            className="mt-2 max-h-[60vh] overflow-auto rounded-field bg-well p-4 text-small"
          >
            <LongText text={JSON.stringify(content, undefined, 2)} />
          </div>
        )}
      </Disclosure>
    </>
  );
}
