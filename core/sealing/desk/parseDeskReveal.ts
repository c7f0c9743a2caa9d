import { hexToBytes } from "viem";
import * as v from "valibot";
import { canonicalJson } from "../../consent/canonicalJson.ts";
import { parsePaddedJson } from "../parsePaddedJson.ts";
import { SealingError } from "../SealingError.ts";
import { deskNonceSize } from "./DeskOffer.ts";
import type { DeskReveal } from "./encodeDeskReveal.ts";
import { hexSchema } from "./hexSchema.ts";
import { jsonObjectSchema } from "./jsonObjectSchema.ts";

/** The request comes out as the text that it was; what it says is read once the commitment is seen to hold. */
export function parseDeskReveal(bytes: Uint8Array): DeskReveal {
  const result = v.safeParse(revealSchema, parsePaddedJson(bytes));
  if (!result.success) throw new SealingError("DeskMessageDamaged", "not a reveal");
  const { nD, request } = result.output;
  return { nonceDoctor: hexToBytes(nD), request: canonicalJson(request) };
}

const revealSchema = v.object({ nD: hexSchema(deskNonceSize), request: jsonObjectSchema });
