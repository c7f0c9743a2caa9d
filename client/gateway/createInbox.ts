import * as v from "valibot";
import type { Address } from "viem";
import type { GatewayClient } from "./createGatewayClient.ts";
import { bytesOfBase64Schema } from "./bytesOfBase64Schema.ts";
import { readJson } from "./readJson.ts";
import { addressSchema, countSchema } from "./schemas.ts";
import { readNothing } from "./readNothing.ts";

export type InboxMessage = v.InferOutput<typeof messageSchema>;

const messageSchema = v.object({
  position: countSchema,
  from: addressSchema,
  at: countSchema,
  body: bytesOfBase64Schema,
});
const pageSchema = v.object({ messages: v.pipe(v.array(messageSchema), v.maxLength(1000)), more: v.boolean() });

/** Sealed messages to an address. */
export function createInbox(gateway: GatewayClient) {
  return {
    /** Not repeated by itself after a cut: the message could arrive twice. */
    async send({ to, message }: { to: Address; message: Uint8Array }): Promise<number> {
      const body = new Blob([message as Uint8Array<ArrayBuffer>], { type: "application/octet-stream" });
      const asking = { method: "POST", path: pathOf(to), body, isRepeatable: false } as const;
      const read = v.object({ position: countSchema });
      return (await gateway.ask({ ...asking, accept: "application/json" }, (it) => readJson(it, read))).position;
    },
    /** One page: as much as a gateway delivers at once, at most 16 MiB. */
    async list({ owner, after }: { owner: Address; after?: number }): Promise<v.InferOutput<typeof pageSchema>> {
      const path = after === undefined ? pathOf(owner) : `${pathOf(owner)}?after=${after}`;
      return gateway.ask({ path, accept: "application/json" }, (answer) => readJson(answer, pageSchema, 2 ** 24));
    },
    async delete({ owner, position }: { owner: Address; position: number }): Promise<void> {
      const asking = { method: "DELETE", path: `${pathOf(owner)}/${position}` } as const;
      await gateway.ask(asking, readNothing);
    },
  };
}

function pathOf(owner: Address): string {
  return `/inbox/${owner.toLowerCase()}`;
}
