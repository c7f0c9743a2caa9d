import { answerJson } from "../answerJson.ts";
import { blockNotFound } from "../BlockFolder.ts";
import type { Call } from "../Call.ts";
import { cidArgument } from "./options.ts";

export async function blockStat({ storage, response, url }: Call): Promise<void> {
  const cid = cidArgument(url.searchParams);
  const size = await storage.blocks.size(cid);
  if (size === undefined) throw blockNotFound(cid);
  answerJson(response, { Key: cid.toString(), Size: size });
}
