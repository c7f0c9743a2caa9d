import { useMemo } from "react";
import type { JsonObject } from "#core/records/isJsonObject.ts";
import { shortTitle } from "#core/records/shortTitle.ts";
import { DocumentViewer } from "../viewer/DocumentViewer.tsx";
import { decodeText } from "../viewer/decodeText.ts";
import { DownloadButton } from "../viewer/DownloadButton.tsx";
import { fhirWords } from "../words/fhirWords.ts";
import { decodeBase64 } from "./decodeBase64.ts";
import { Disclosure } from "./Disclosure.tsx";
import { LongText } from "./LongText.tsx";
import { textMember } from "./textMember.ts";

/** A document inside a resource: a note is shown at once, a paper or a picture when somebody wants to see it. */
export function AttachmentView({ attachment }: { attachment: JsonObject }) {
  const data = textMember(attachment, "data");
  const mediaType = mediaTypeOf(attachment);
  const title = shortTitle(textMember(attachment, "title") ?? "") || fhirWords.unnamedAttachment;
  if (data === undefined) return <p className="text-quiet">{whereElse(attachment)}</p>;
  if (mediaType === "text/plain") return <Note data={data} />;
  return (
    <Disclosure summary={fhirWords.showAttachment(title)}>
      {() => <Opened data={data} mediaType={mediaType} title={title} />}
    </Disclosure>
  );
}

function mediaTypeOf(attachment: JsonObject): string {
  const [type = ""] = (textMember(attachment, "contentType") ?? "").slice(0, 200).toLowerCase().split(";", 1);
  return type.trim();
}

function whereElse(attachment: JsonObject): string {
  const address = textMember(attachment, "url");
  return address === undefined ? fhirWords.attachmentMissing : fhirWords.attachmentElsewhere(address.slice(0, 300));
}

function Note({ data }: { data: string }) {
  const text = useMemo(() => {
    const bytes = decodeBase64(data);
    return bytes && decodeText(bytes);
  }, [data]);
  if (text === undefined) return <p className="text-quiet">{fhirWords.attachmentBroken}</p>;
  return (
    <div className="max-w-prose">
      <LongText text={text} />
    </div>
  );
}

function Opened({ data, mediaType, title }: { data: string; mediaType: string; title: string }) {
  const bytes = useMemo(() => decodeBase64(data), [data]);
  if (bytes === undefined) return <p className="text-quiet">{fhirWords.attachmentBroken}</p>;
  const document = { mediaType, title, bytes };
  return (
    <div className="mt-2 space-y-4">
      <DocumentViewer {...document} />
      <DownloadButton {...document} />
    </div>
  );
}
