import { type Address, type Hex, bytesToHex, sha256 } from "viem";
import { readUint64 } from "#core/sealing/integerBytes.ts";
import type { CapsuleStore } from "#core/chart/ChartServices.ts";
import { ClientError } from "../ClientError.ts";
import { GatewayRefusal } from "./GatewayRefusal.ts";
import type { GatewayClient } from "./createGatewayClient.ts";
import { readAll } from "./readAll.ts";
import { readFrames } from "./readFrames.ts";
import { readNothing } from "./readNothing.ts";

/** A gateway's capsules. What it delivers is whatever it likes: who reads a chart holds each against the chain. */
export function createCapsuleStore(gateway: GatewayClient): CapsuleStore {
  return {
    async put({ subject, capsule, hospital }) {
      const place = pathOf(subject, sha256(capsule));
      const path = hospital === undefined ? place : `${place}?hospital=${hospital.toLowerCase()}`;
      const body = new Blob([capsule as Uint8Array<ArrayBuffer>], { type: bytes });
      await gateway.ask({ method: "PUT", path, body }, readNothing);
    },

    async *list({ subject, keyIds }) {
      if (keyIds === undefined) yield* listed(gateway, pathOf(subject), "");
      for (let at = 0; at < (keyIds?.length ?? 0); at += mostKeys) {
        const keys = keyIds!.slice(at, at + mostKeys).map((keyId) => keyId.slice(0, 34));
        yield* listed(gateway, pathOf(subject), `keys=${keys.join(",")}`);
      }
    },

    async get({ subject, capsuleHash }) {
      try {
        return await gateway.ask({ path: pathOf(subject, capsuleHash), accept: bytes }, (it) => readAll(it, mostBytes));
      } catch (error) {
        if (error instanceof GatewayRefusal && (error.name === "NotFound" || error.name === "Erased")) return undefined;
        throw error;
      }
    },

    async delete({ subject, capsuleHash }) {
      const path = pathOf(subject, capsuleHash);
      await gateway.ask({ method: "DELETE", path }, readNothing);
    },
  };
}

const bytes = "application/octet-stream";
const mostBytes = 131_072;
const mostKeys = 128;
/** In a row, without a capsule more. */
const mostCuts = 4;

function pathOf(subject: Address, capsuleHash?: Hex): string {
  const all = `/charts/${subject.toLowerCase()}/capsules`;
  return capsuleHash === undefined ? all : `${all}/${capsuleHash}`;
}

/** A list that breaks off goes on after the last position that has come. Costs what is delivered, and holds one at a time. */
async function* listed(gateway: GatewayClient, path: string, keys: string): AsyncGenerator<Uint8Array, void> {
  let last: number | undefined;
  for (let cuts = 0; ; cuts++) {
    const query = [keys, last === undefined ? "" : `after=${last}`].filter(Boolean).join("&");
    const answer = await gateway.ask({ path: query ? `${path}?${query}` : path, accept: bytes }, async (it) => it);
    try {
      for await (const { prefix, payload } of readFrames({ chunks: answer.chunks, prefixSize: 8, mostBytes })) {
        const position = readUint64(prefix, 0);
        if (position === undefined || position <= (last ?? -1)) throw disordered(prefix);
        [last, cuts] = [position, 0];
        yield payload;
      }
      return;
    } catch (error) {
      if (!(error instanceof ClientError && error.name === "GatewayAnswerCut") || cuts >= mostCuts) throw error;
    } finally {
      answer.discard();
    }
  }
}

function disordered(position: Uint8Array): ClientError {
  return new ClientError("GatewayAnswerBroken", { detail: `position ${bytesToHex(position)}` });
}
