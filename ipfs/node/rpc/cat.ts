import { fileBytes } from "../../dag/fileBytes.ts";
import { answerStream } from "../answerStream.ts";
import type { Call } from "../Call.ts";
import { cidArgument, count } from "./options.ts";

/** Holds one block, however large the file. */
export async function cat({ storage, response, url }: Call): Promise<void> {
  const root = cidArgument(url.searchParams);
  const offset = count(url.searchParams, "offset", 0);
  const length = count(url.searchParams, "length", Number.MAX_SAFE_INTEGER);
  const content = fileBytes({ root, blockOf: (cid) => storage.blocks.require(cid), offset, length });
  const headers = { "Content-Type": "text/plain", "X-Stream-Output": "1", "X-Content-Type-Options": "nosniff" };
  await answerStream(response, headers, content);
}
