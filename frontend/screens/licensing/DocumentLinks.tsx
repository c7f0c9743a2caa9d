import { useQuery } from "@tanstack/react-query";
import { Suspense, lazy, useState } from "react";
import type { Address } from "viem";
import type { ApplicationDocument } from "#core/licensing/Paper.ts";
import { useMe } from "../../session/useMe.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { licensingWords } from "../../words/licensingWords.ts";
import { words } from "../../words/words.ts";

const RecordViewer = lazy(async () => ({ default: (await import("../../viewer/RecordViewer.tsx")).RecordViewer }));

type DocumentLinksProps = { documents: readonly ApplicationDocument[]; applicant: Address };

/** The papers that go with an application; each opens over the page. */
export function DocumentLinks({ documents, applicant }: DocumentLinksProps) {
  const [opened, setOpened] = useState<ApplicationDocument>();
  return (
    <>
      <ul className="flex flex-wrap gap-2 pt-1 empty:hidden">
        {documents.map((document) => (
          <li key={document.cid}>
            <Button aria-label={licensingWords.open(document.title)} onClick={() => setOpened(document)}>
              <span className="max-w-60 truncate">{document.title}</span>
              <span className="text-small font-normal text-quiet">{sizeOf(document)}</span>
            </Button>
          </li>
        ))}
      </ul>
      {opened !== undefined && (
        <DocumentSheet document={opened} applicant={applicant} onClose={() => setOpened(undefined)} />
      )}
    </>
  );
}

type DocumentSheetProps = { document: ApplicationDocument; applicant: Address; onClose: () => void };

function DocumentSheet({ document, applicant, onClose }: DocumentSheetProps) {
  const { keeper } = useMe();
  const { data, error } = useQuery({
    queryKey: ["application-document", document.cid],
    queryFn: () => keeper.readApplicationDocument(document, applicant),
    staleTime: Infinity,
  });
  const waiting = <Waiting what={licensingWords.reading} />;
  return (
    <Sheet label={document.title} onClose={onClose} isWide>
      <header className="flex items-start justify-between gap-4 pb-4">
        <h2 className="min-w-0 text-title font-semibold break-words">{document.title}</h2>
        <Button onClick={onClose}>{words.common.close}</Button>
      </header>
      <ErrorNotice error={error} />
      {data === undefined && error === null && waiting}
      {data !== undefined && (
        <Suspense fallback={waiting}>
          <RecordViewer {...data} />
        </Suspense>
      )}
    </Sheet>
  );
}

function sizeOf({ size }: ApplicationDocument): string {
  const { kilobytes, megabytes } = licensingWords.size;
  if (size < 1e6) return kilobytes(Math.ceil(size / 1000).toLocaleString());
  return megabytes((size / 1e6).toLocaleString(undefined, { maximumFractionDigits: 1 }));
}
