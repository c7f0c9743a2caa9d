import { CID } from "multiformats/cid";
import { sha256 } from "multiformats/hashes/sha2";
import { concat } from "viem";
import { mostBlockBytes } from "../../dag/mostBlockBytes.ts";
import { dagPbCode, rawCode } from "../../dag/parseCid.ts";
import { answerJson } from "../answerJson.ts";
import type { Call } from "../Call.ts";
import { linksOf } from "../linksOf.ts";
import { NodeError } from "../NodeError.ts";
import { flag } from "./options.ts";
import { uploadedFiles } from "./uploadedFiles.ts";

const codes = new Map([
  ["raw", rawCode],
  ["dag-pb", dagPbCode],
  ["protobuf", dagPbCode],
  ["v0", dagPbCode],
]);

/** One block, of at most 2 MiB. */
export async function blockPut(call: Call): Promise<void> {
  const { storage, url, response } = call;
  const format = url.searchParams.get("format") ?? url.searchParams.get("cid-codec") ?? "raw";
  const code = codes.get(format);
  if (code === undefined) throw new NodeError(`this node keeps raw and dag-pb blocks, not ${format}`, 400);
  if ((url.searchParams.get("mhtype") ?? "sha2-256") !== "sha2-256") {
    throw new NodeError("this node hashes by sha2-256 only", 400);
  }
  const isOlder = format === "v0" || (code === dagPbCode && url.searchParams.get("version") === "0");

  await storage.whilePutting(async () => {
    const block = await onlyBlock(call);
    const digest = await sha256.digest(block);
    const cid = isOlder ? CID.createV0(digest) : CID.createV1(code, digest);
    requireReadable(cid, block);
    await storage.blocks.put(cid, block);
    if (flag(url.searchParams, "pin", false)) await storage.pin(cid);
    answerJson(response, { Key: cid.toString(), Size: block.length });
  });
}

async function onlyBlock(call: Call): Promise<Uint8Array> {
  const limits = { ...call.limits, files: 1, fileBytes: mostBlockBytes };
  let block: Uint8Array = new Uint8Array();
  for await (const { content } of uploadedFiles({ ...call, limits })) block = concat(await Array.fromAsync(content));
  return block;
}

/** Where blocks lead must be known, or what they lead to could not be kept. */
function requireReadable(cid: CID, block: Uint8Array): void {
  try {
    linksOf(cid, block);
  } catch {
    throw new NodeError("this is no dag-pb block, or links to what this node cannot keep", 400);
  }
}
