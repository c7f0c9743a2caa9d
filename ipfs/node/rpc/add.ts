import { type ImportResult, importFile } from "ipfs-unixfs-importer";
import type { Call } from "../Call.ts";
import { importOptions } from "./importOptions.ts";
import { flag } from "./options.ts";
import { uploadedFiles } from "./uploadedFiles.ts";

type Added = ImportResult & { name: string };

/**
 * Takes files as they arrive, and holds a few blocks of them. Nothing is pinned before all of the upload has come and its
 * blocks are on the disk; what an upload that breaks off leaves behind is garbage.
 */
export async function add(call: Call): Promise<void> {
  const { storage, url, response } = call;
  const isKept = !flag(url.searchParams, "only-hash", false);
  const isPinned = isKept && flag(url.searchParams, "pin", true);
  await storage.whilePutting(async () => {
    const added = await addFiles(call, isKept);
    for (const { cid } of isPinned ? added : []) await storage.pins.add(cid);
    for (const { name, cid, size } of added) tell(call, { Name: name || `${cid}`, Hash: `${cid}`, Size: `${size}` });
  });
  response.end();
}

async function addFiles(call: Call, isKept: boolean): Promise<Added[]> {
  const { searchParams } = call.url;
  const options = importOptions(searchParams);
  const withProgress = flag(searchParams, "progress", false);
  const store = isKept ? call.storage.blocks : { put: async (cid: ImportResult["cid"]) => cid };
  const added: Added[] = [];
  for await (const { name, content } of uploadedFiles(call)) {
    const imported = await importFile({ content }, store, {
      ...options,
      onProgress(event) {
        if (!withProgress || event.type !== "unixfs:importer:progress:file:write") return;
        tell(call, { Name: name, Bytes: Number(event.detail.bytesWritten) });
      },
    });
    added.push({ ...imported, name });
  }
  return added;
}

/** A line of the answer. It is short and there is one a block, so nobody waits until it is read. */
function tell({ response }: Call, value: object): void {
  const headers = { "Content-Type": "application/json", "X-Chunked-Output": "1" };
  if (!response.headersSent) response.writeHead(200, headers);
  response.write(`${JSON.stringify(value)}\n`);
}
