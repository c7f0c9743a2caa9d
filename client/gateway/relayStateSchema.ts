import * as v from "valibot";
import { hashSchema } from "./schemas.ts";

/** What became of a message, as a relay tells it. */
export const relayStateSchema = v.object({
  digest: hashSchema,
  state: v.picklist(["queued", "sent", "included", "failed"]),
  error: v.optional(v.object({ name: v.string(), title: v.string() })),
});

export type RelayState = v.InferOutput<typeof relayStateSchema>;
