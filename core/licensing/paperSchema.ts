import * as v from "valibot";
import { jurisdictionSchema, printedText } from "../chain/credential/parseLicenceCredential.ts";
import { addressSchema, hexSchema } from "../sealing/desk/hexSchema.ts";
import { acts } from "./acts.ts";

const timeSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 40 - 1));
const kindSchema = v.picklist([0, 1, 2, 3]);
const idSchema = hexSchema(32);

/** What people write freely. */
export const mostTextLength = 4000;
const freeText = v.pipe(
  v.string(),
  v.maxLength(mostTextLength),
  v.check((it) => it.isWellFormed()),
);

const onePaper = { by: addressSchema, jurisdiction: jurisdictionSchema, at: timeSchema, signature: hexSchema(65) };

/** As it shall stand on the licence. */
const printed = {
  name: printedText(200),
  speciality: v.union([v.literal(""), printedText(200)]),
  number: printedText(64),
};

const documentSchema = v.strictObject({
  title: v.pipe(
    v.string(),
    v.maxLength(200),
    v.check((it) => it.isWellFormed()),
  ),
  mediaType: v.pipe(v.string(), v.regex(/^[a-z0-9.+/-]{0,100}$/)),
  size: v.pipe(v.number(), v.integer(), v.minValue(0)),
  cid: v.pipe(v.string(), v.regex(/^[a-z2-7]{10,100}$/)),
  key: hexSchema(32),
});

export const mostDocuments = 20;
const accompanied = { note: freeText, documents: v.pipe(v.array(documentSchema), v.maxLength(mostDocuments)) };

const applicationContent = v.variant("purpose", [
  v.strictObject({ purpose: v.literal("new"), ...printed, ...accompanied }),
  v.strictObject({ purpose: v.literal("renewal"), ...printed, ...accompanied }),
  v.strictObject({ purpose: v.literal("answer"), of: idSchema, ...accompanied }),
  v.strictObject({ purpose: v.literal("withdrawal"), of: idSchema }),
]);

/** About what a board writes. */
export const letterSubjects = ["question", "declined", "suspended", "revoked", "sent back"] as const;

export const paperSchema = v.variant("paper", [
  v.strictObject({ paper: v.literal("application"), ...onePaper, kind: kindSchema, content: applicationContent }),
  v.strictObject({
    paper: v.literal("letter"),
    ...onePaper,
    to: addressSchema,
    kind: kindSchema,
    about: v.picklist(letterSubjects),
    text: freeText,
    /** The paper that it is about; zeros where it is about none. */
    of: idSchema,
  }),
  v.strictObject({
    paper: v.literal("proposal"),
    ...onePaper,
    holder: addressSchema,
    kind: kindSchema,
    act: v.picklist(acts),
    /** Zero where the act has no beginning, or no end. */
    validFrom: timeSchema,
    validUntil: timeSchema,
    content: v.strictObject({
      /** The application that it is about; zeros where it is about none. */
      of: idSchema,
      name: v.union([v.literal(""), printed.name]),
      speciality: printed.speciality,
      number: v.union([v.literal(""), printed.number]),
      reason: freeText,
    }),
  }),
  v.strictObject({ paper: v.literal("secret"), ...onePaper, content: v.strictObject({ secret: hexSchema(32) }) }),
]);
