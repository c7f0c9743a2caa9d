import * as v from "valibot";
import { type MessageName, typedMessages } from "#core/chain/typedMessages.ts";
import { addressSchema, hexSchema } from "../parsing/schemas.ts";

/** As many as the contract takes at once. */
const mostCapsules = 512;

/** A key of the longest suite has 1216 bytes. */
const mostKeyBytes = 2048;

/** What somebody signed, before it is known which message it is. */
export const signedMessageSchema = v.object({
  name: v.picklist(Object.keys(typedMessages) as MessageName[]),
  values: v.record(v.string(), v.unknown()),
  signature: hexSchema(1, 8192),
});

/** The values of a message by its members: all of them and no other, each as viem takes it. */
export function valuesSchema(name: MessageName): v.GenericSchema<unknown, Record<string, unknown>> {
  const entries = typedMessages[name].members.map((member) => [member.name, schemaOf(member.type)] as const);
  return v.strictObject(Object.fromEntries(entries));
}

type MemberType = (typeof typedMessages)[MessageName]["members"][number]["type"];

function schemaOf(type: MemberType): v.GenericSchema {
  switch (type) {
    case "address":
      return addressSchema;
    case "bool":
      return v.boolean();
    case "bytes":
      return hexSchema(0, mostKeyBytes);
    case "bytes32":
      return hexSchema(32);
    case "bytes32[]":
      return v.pipe(v.array(hexSchema(32)), v.maxLength(mostCapsules));
    default:
      return integerSchema(Number(type.slice("uint".length)));
  }
}

/** A decimal string, or a number that JSON carries exactly. viem takes up to 48 bits as numbers, more as bigints. */
function integerSchema(bits: number) {
  const decimal = v.pipe(
    v.string(),
    v.regex(/^(?:0|[1-9]\d{0,77})$/),
    v.transform((it: string) => BigInt(it)),
  );
  const safe = v.pipe(
    v.number(),
    v.safeInteger(),
    v.transform((it: number) => BigInt(it)),
  );
  const inRange = v.pipe(v.union([decimal, safe]), v.minValue(0n), v.maxValue(2n ** BigInt(bits) - 1n));
  return v.pipe(
    inRange,
    v.transform((value) => (bits <= 48 ? Number(value) : value)),
  );
}
