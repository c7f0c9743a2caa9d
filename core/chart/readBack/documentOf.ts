import * as v from "valibot";
import type { BundleEntry } from "../../records/BundleEntry.ts";
import { base64Bytes } from "../../records/base64Bytes.ts";
import { documentEntry } from "../../records/documentEntry.ts";
import { ChartError } from "../ChartError.ts";
import type { RecordInExport } from "./ReadBack.ts";
import type { RecordMark } from "./recordExtension.ts";

/** The document in an entry of a chart's Bundle. Its name follows from its bytes, so that damage is noticed. */
export function documentOf(entry: BundleEntry, mark: RecordMark): RecordInExport & { content: Blob } {
  const { success, output } = v.safeParse(documentSchema, entry.resource);
  if (!success) throw new ChartError("ExportDamaged");
  const [{ attachment }] = output.content;
  const bytes = base64Bytes(attachment.data);
  if (bytes === undefined) throw new ChartError("ExportDamaged");
  const { category, title, issued, resources } = mark;
  const mediaType = attachment.contentType;
  const { status: told } = output;
  const { fullUrl } = documentEntry({ status: told, category, title, mediaType, issued, content: bytes });
  if (fullUrl !== entry.fullUrl) throw new ChartError("ExportDamaged");
  const status = mark.isDisputed ? "disputed" : told;
  return { status, category, title, mediaType, issued, resources, content: new Blob([bytes]) };
}

const attachment = v.object({ contentType: v.string(), data: v.string() });

const documentSchema = v.object({
  status: v.picklist(["current", "superseded", "entered-in-error"]),
  content: v.tuple([v.object({ attachment })]),
});
