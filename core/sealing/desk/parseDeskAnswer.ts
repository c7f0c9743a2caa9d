import { hexToBytes } from "viem";
import * as v from "valibot";
import { parsePaddedJson } from "../parsePaddedJson.ts";
import { SealingError } from "../SealingError.ts";
import { deskNonceSize } from "./DeskOffer.ts";
import type { DeskAnswer } from "./encodeDeskAnswer.ts";
import { addressSchema, hexSchema } from "./hexSchema.ts";

export function parseDeskAnswer(bytes: Uint8Array): DeskAnswer {
  const result = v.safeParse(answerSchema, parsePaddedJson(bytes));
  if (!result.success) throw new SealingError("DeskMessageDamaged", "not an answer");
  const { nP, subject } = result.output;
  return { noncePatient: hexToBytes(nP), subject };
}

const answerSchema = v.object({ nP: hexSchema(deskNonceSize), subject: addressSchema });
