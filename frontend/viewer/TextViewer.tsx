import { useMemo } from "react";
import { LongText } from "../fhir/LongText.tsx";
import { decodeText } from "./decodeText.ts";
import type { OpenDocument } from "./OpenDocument.ts";

/** A plain text, its lines kept. */
export function TextViewer({ bytes }: Pick<OpenDocument, "bytes">) {
  const text = useMemo(() => decodeText(bytes), [bytes]);
  return (
    <div className="max-w-prose rounded-panel border border-line bg-surface p-4 sm:p-6">
      <LongText text={text} />
    </div>
  );
}
