import { readFile } from "node:fs/promises";
import { type Address, type PublicClient, createPublicClient, http } from "viem";
import { readAnchoredHeads } from "#client/gateway/readAnchoredHeads.ts";
import type { AnchoredHead } from "#core/audit/AnchoredHead.ts";
import { AuditError } from "#core/audit/AuditError.ts";
import type { LogMemory } from "#core/audit/LogMemory.ts";
import { type LogPage, parseLogPage } from "#core/audit/parseLogPage.ts";
import { verifyLog } from "#core/audit/verifyLog.ts";
import { type Deployment, parseDeployment } from "#core/chain/parseDeployment.ts";
import { readDeploymentFile } from "../deploy/deploymentFile.ts";

export type VerifyExportedLogParameters = {
  /** JSON, as `GET /log` answers, of all pages. */
  exported: string;
  subject: Address;
  gateway: Address;
  rpcUrl: string;
  remembered?: LogMemory | undefined;
};

/** Holds an exported log against the chain; answers with what to tell and what to remember. */
export async function verifyExportedLog(parameters: VerifyExportedLogParameters) {
  const { exported, subject, gateway, rpcUrl, remembered } = parameters;
  const log = parseLogPage(jsonIn(exported));
  if (log.more) throw new AuditError("LogBroken", "This is a part of a log; all pages of it are needed.");
  const chain = createPublicClient({ transport: http(rpcUrl) });
  const heads = await readAnchoredHeads({ chain, deployment: await deploymentOn(chain), gateway });
  const { anchored, newest, memory } = verifyLog({ subject, gateway, log, heads, remembered });
  const sentences = [await anchoredSentence(chain, anchored, newest), ...youngerSentences(log, anchored)];
  return { sentences, memory };
}

function jsonIn(exported: string): unknown {
  try {
    return JSON.parse(exported);
  } catch {
    throw new AuditError("LogBroken", "This is no JSON.");
  }
}

async function deploymentOn(chain: PublicClient): Promise<Deployment> {
  const file = process.env.OWNCHART_DEPLOYMENT;
  if (file !== undefined) return parseDeployment(JSON.parse(await readFile(file, "utf8")));
  const chainId = await chain.getChainId();
  const deployment = await readDeploymentFile(chainId);
  if (deployment === undefined) throw new Error(`Where the contracts stand on chain ${chainId} is not known here.`);
  return deployment;
}

async function anchoredSentence(chain: PublicClient, anchored: number, newest: AnchoredHead | undefined) {
  if (newest === undefined) return "Nothing of this log is anchored yet.";
  const { timestamp } = await chain.getBlock({ blockNumber: BigInt(newest.block) });
  const which = anchored === 1 ? "The first entry is" : `The first ${anchored} entries are`;
  return `${which} anchored, until ${written(Number(timestamp))} (block ${newest.block}): nobody can change them unnoticed.`;
}

/** Old entries that are not anchored are for a person to wonder about. */
function youngerSentences({ entries }: LogPage, anchored: number): string[] {
  const younger = entries.slice(anchored);
  if (younger.length === 0) return [];
  return [`Not anchored yet: ${younger.length}, the oldest of ${written(younger[0]!.at)}.`];
}

function written(time: number): string {
  return new Date(time * 1000).toISOString().replace(".000", "");
}
