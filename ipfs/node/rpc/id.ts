import { hash } from "node:crypto";
import { base58btc } from "multiformats/bases/base58";
import { answerJson } from "../answerJson.ts";
import type { Call } from "../Call.ts";
import { agent } from "./version.ts";

/** This node is on no network: its id is the hash of its name, under which nobody can be reached. */
const peerId = base58btc.baseEncode(Uint8Array.of(0x12, 0x20, ...hash("sha256", "ownchart-ipfs", "buffer")));

export async function id({ response }: Call): Promise<void> {
  answerJson(response, { ID: peerId, PublicKey: "", Addresses: [], AgentVersion: agent, Protocols: [] });
}
