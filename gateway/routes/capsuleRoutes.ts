import { Hono } from "hono";
import * as v from "valibot";
import type { Address } from "viem";
import type { Gateway, GatewayEnvironment } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import { parsePart } from "../parsing/parsePart.ts";
import { readBody } from "../parsing/readBody.ts";
import { addressSchema, countSchema, hexSchema } from "../parsing/schemas.ts";
import { eraseCapsule } from "../sealed/eraseCapsule.ts";
import { frame } from "../sealed/frame.ts";
import { type ListCapsulesParameters, listCapsules } from "../sealed/listCapsules.ts";
import { readCapsule } from "../sealed/readCapsule.ts";
import { storeCapsule } from "../sealed/storeCapsule.ts";
import { streamFrames } from "../sealed/streamFrames.ts";
import { requireSession } from "../session/requireSession.ts";

const mostBytes = 2 ** 17;
const mostKeys = 128;
const digestSchema = hexSchema(32);

/** Key ids, or their first halves; the first halves from here on. */
const keysSchema = v.pipe(
  v.string(),
  v.transform((text) => text.split(",", mostKeys + 1)),
  v.maxLength(mostKeys),
  v.array(v.union([hexSchema(16), hexSchema(32)])),
  v.transform((keys) => [...new Set(keys.map((key) => key.slice(0, 34) as typeof key))]),
);

/** The small sealed headers that open records. */
export function capsuleRoutes(gateway: Gateway) {
  return new Hono<GatewayEnvironment>()
    .use("/:subject/capsules/*", requireSession(gateway))
    .put("/:subject/capsules/:digest", async (context) => {
      const { subject, digest } = placeOf(context.req.param());
      const uploader = context.get("address");
      const hospital = parsePart(v.optional(addressSchema), context.req.query("hospital"));
      if (!(await mayBring(gateway, { subject, uploader, hospital }))) throw new GatewayError("NotGranted");
      const capsule = await readBody(context, mostBytes);
      const { isNew } = await storeCapsule(gateway, { subject, digest, uploader, capsule });
      return context.body(null, isNew ? 201 : 200);
    })
    .get("/:subject/capsules/:digest", async (context) => {
      const place = placeOf(context.req.param());
      const capsule = await readCapsule(gateway, { ...place, reader: context.get("address") });
      return context.body(capsule as Uint8Array<ArrayBuffer>, 200, {
        "Content-Type": "application/octet-stream",
        "Cache-Control": "no-store",
      });
    })
    .get("/:subject/capsules", async (context) => {
      const { subject } = context.req.param();
      const { keys, after = "0" } = context.req.query();
      const wanted = {
        subject: parsePart(addressSchema, subject),
        reader: context.get("address"),
        keys: keys === undefined ? undefined : parsePart(keysSchema, keys),
        after: parsePart(countSchema, after),
      };
      return streamFrames(gateway, capsuleFrames(gateway, wanted));
    })
    .delete("/:subject/capsules/:digest", async (context) => {
      const place = placeOf(context.req.param());
      if (context.get("address") !== place.subject) throw new GatewayError("NotPermitted");
      await eraseCapsule(gateway, place);
      return context.body(null, 204);
    });
}

type Bringing = { subject: Address; uploader: Address; /** For which its staff asks. */ hospital: Address | undefined };

async function mayBring({ consent }: Gateway, { subject, uploader, hospital }: Bringing): Promise<boolean> {
  if (hospital !== undefined) return consent.mayBringFor({ subject, hospital, staff: uploader });
  if (uploader === subject) return true;
  return (await consent.accessOf({ subject, grantee: uploader })).contribute;
}

function placeOf({ subject, digest }: { subject: string; digest: string }) {
  return { subject: parsePart(addressSchema, subject), digest: parsePart(digestSchema, digest) };
}

async function* capsuleFrames(gateway: Gateway, wanted: ListCapsulesParameters): AsyncGenerator<Uint8Array, void> {
  for await (const page of listCapsules(gateway, wanted)) {
    yield Buffer.concat(page.map(({ position, capsule }) => frame([{ size: 8, value: position }], capsule)));
  }
  yield frame([{ size: 8, value: 0 }]);
}
