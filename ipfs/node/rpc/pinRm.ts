import { answerJson } from "../answerJson.ts";
import type { Call } from "../Call.ts";
import { NodeError } from "../NodeError.ts";
import { cidArgument } from "./options.ts";

export async function pinRm({ storage, response, url }: Call): Promise<void> {
  const cid = cidArgument(url.searchParams);
  if (!(await storage.pins.has(cid))) throw new NodeError("not pinned or pinned indirectly");
  await storage.unpin(cid);
  answerJson(response, { Pins: [cid.toString()] });
}
