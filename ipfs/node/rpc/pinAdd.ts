import { answerJson } from "../answerJson.ts";
import type { Call } from "../Call.ts";
import { NodeError } from "../NodeError.ts";
import { cidArgument, flag } from "./options.ts";

export async function pinAdd({ storage, response, url }: Call): Promise<void> {
  const cid = cidArgument(url.searchParams);
  if (!flag(url.searchParams, "recursive", true)) throw new NodeError("this node pins recursively only", 400);
  await storage.pin(cid);
  answerJson(response, { Pins: [cid.toString()] });
}
