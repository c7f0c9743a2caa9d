import { isJsonObject } from "#core/records/isJsonObject.ts";

/** What stands under these names, one inside the other; undefined where one of them is missing. */
export function member(holder: unknown, ...path: readonly string[]): unknown {
  let value = holder;
  for (const name of path) {
    if (!isJsonObject(value) || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
}
