import { Hono } from "hono";
import * as v from "valibot";
import type { Gateway, GatewayEnvironment } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import { parsePart } from "../parsing/parsePart.ts";
import { readBody } from "../parsing/readBody.ts";
import { addressSchema, countSchema } from "../parsing/schemas.ts";
import { frame } from "../sealed/frame.ts";
import { type ListGrantsParameters, listGrants } from "../sealed/listGrants.ts";
import { storeGrant } from "../sealed/storeGrant.ts";
import { streamFrames } from "../sealed/streamFrames.ts";
import { requireSession } from "../session/requireSession.ts";

const mostBytes = 2 ** 20 + 2 ** 16;
const epochSchema = v.pipe(countSchema, v.maxValue(2 ** 32 - 1));

/** What a subject's keys travel in to a grantee. */
export function grantRoutes(gateway: Gateway) {
  return new Hono<GatewayEnvironment>()
    .use(requireSession(gateway))
    .put("/:subject/:grantee", async (context) => {
      const parties = partiesOf(context.req.param());
      const epoch = parsePart(epochSchema, context.req.query("epoch"));
      if (context.get("address") !== parties.subject) throw new GatewayError("NotPermitted");
      const grant = await readBody(context, mostBytes);
      if (grant.length === 0) throw new GatewayError("RequestInvalid");
      return context.json({ version: await storeGrant(gateway, { ...parties, epoch, grant }) }, 201);
    })
    .get("/:subject/:grantee", async (context) => {
      const parties = partiesOf(context.req.param());
      return streamFrames(gateway, grantFrames(gateway, { ...parties, reader: context.get("address") }));
    });
}

function partiesOf({ subject, grantee }: { subject: string; grantee: string }) {
  return { subject: parsePart(addressSchema, subject), grantee: parsePart(addressSchema, grantee) };
}

async function* grantFrames(gateway: Gateway, wanted: ListGrantsParameters): AsyncGenerator<Uint8Array, void> {
  for await (const { version, epoch, grant } of listGrants(gateway, wanted)) yield grantFrame(version, epoch, grant);
  yield grantFrame(0, 0);
}

function grantFrame(version: number, epoch: number, grant?: Uint8Array): Uint8Array {
  return frame(
    [
      { size: 8, value: version },
      { size: 4, value: epoch },
    ],
    grant,
  );
}
