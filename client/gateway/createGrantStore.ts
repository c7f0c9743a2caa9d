import * as v from "valibot";
import type { Address } from "viem";
import { readUint32, readUint64 } from "#core/sealing/integerBytes.ts";
import type { GrantStore, StoredGrant } from "#core/chart/ChartServices.ts";
import { ClientError } from "../ClientError.ts";
import { GatewayRefusal } from "./GatewayRefusal.ts";
import type { Answer } from "./attempt.ts";
import type { GatewayClient } from "./createGatewayClient.ts";
import { readFrames } from "./readFrames.ts";
import { readJson } from "./readJson.ts";
import { countSchema } from "./schemas.ts";

/** A gateway's grants. What it delivers is held against the chain by who opens it. */
export function createGrantStore(gateway: GatewayClient): GrantStore {
  return {
    async put({ subject, grantee, epoch, grant }) {
      const body = new Blob([grant as Uint8Array<ArrayBuffer>], { type: bytes });
      const path = `${pathOf(subject, grantee)}?epoch=${epoch}`;
      const asking = { method: "PUT", path, body, accept: "application/json" } as const;
      await gateway.ask(asking, (answer) => readJson(answer, v.object({ version: countSchema })));
    },

    async list({ subject, grantee }) {
      try {
        return await gateway.ask({ path: pathOf(subject, grantee), accept: bytes }, readGrants);
      } catch (error) {
        if (error instanceof GatewayRefusal && error.name === "NotFound") return [];
        throw error;
      }
    },
  };
}

function pathOf(...ends: Address[]): string {
  return `/grants/${ends.join("/").toLowerCase()}`;
}

const bytes = "application/octet-stream";
const mostGrants = 8;
/** What a gateway takes, a little more than a grant can have. */
const mostBytes = 2 ** 20 + 2 ** 16;

/** At most nine MiB: eight grants of the longest. */
async function readGrants({ chunks }: Answer): Promise<StoredGrant[]> {
  const grants: (StoredGrant & { version: number })[] = [];
  for await (const { prefix, payload } of readFrames({ chunks, prefixSize: 12, mostBytes })) {
    const version = readUint64(prefix, 0);
    if (version === undefined || grants.length === mostGrants) {
      throw new ClientError("GatewayAnswerBroken", { detail: "grants" });
    }
    grants.push({ epoch: readUint32(prefix, 8), grant: payload, version });
  }
  const newestFirst = grants.toSorted((a, b) => b.epoch - a.epoch || b.version - a.version);
  return newestFirst.map(({ epoch, grant }) => ({ epoch, grant }));
}
