import { readFileSync } from "node:fs";
import { answerJson } from "../answerJson.ts";
import type { Call } from "../Call.ts";

const manifest = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

export const agent = `ownchart-ipfs/${manifest.version}`;

/** Nobody shall take this for a Kubo. */
export async function version({ response }: Call): Promise<void> {
  const System = `${process.arch}/${process.platform}`;
  answerJson(response, { Version: agent, Commit: "", Repo: "1", System, Golang: "" });
}
