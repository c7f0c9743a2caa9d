import * as v from "valibot";

/** At most 64 KiB that came as base64. */
export const bytesOfBase64Schema = v.pipe(
  v.string(),
  v.maxLength(87_384),
  v.regex(/^[A-Za-z0-9+/]*={0,2}$/),
  v.check((text) => text.length % 4 === 0),
  v.transform((text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))),
);
