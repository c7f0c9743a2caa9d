import { viewerWords } from "../words/viewerWords.ts";
import { fileNameOf } from "./fileNameOf.ts";
import type { OpenDocument } from "./OpenDocument.ts";
import { saveFile } from "./saveFile.ts";

/** Any record as a file on the reader's own disk. */
export function DownloadButton({ mediaType, title, bytes }: OpenDocument) {
  return (
    <button
      type="button"
      className="rounded-field border border-line bg-surface px-5 py-2.5 font-semibold text-accent hover:border-accent"
      onClick={() => saveFile({ name: fileNameOf({ mediaType, title }), content: bytes })}
    >
      {viewerWords.download}
    </button>
  );
}
