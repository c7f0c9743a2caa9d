import * as v from "valibot";

/** Where an event stands on the chain, as `block.index`. */
export type EventPlace = { block: number; index: number };

export const eventPlaceSchema = v.pipe(
  v.string(),
  v.regex(/^\d{1,15}\.\d{1,9}$/),
  v.transform((text): EventPlace => {
    const [block = 0, index = 0] = text.split(".").map(Number);
    return { block, index };
  }),
);
