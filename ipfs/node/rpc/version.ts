import manifest from "../../../package.json" with { type: "json" };
import { answerJson } from "../answerJson.ts";
import type { Call } from "../Call.ts";

export const agent = `ownchart-ipfs/${manifest.version}`;

/** Nobody shall take this for a Kubo. */
export async function version({ response }: Call): Promise<void> {
  const System = `${process.arch}/${process.platform}`;
  answerJson(response, { Version: agent, Commit: "", Repo: "1", System, Golang: "" });
}
