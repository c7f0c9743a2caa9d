import { member } from "../member.ts";
import { textMember } from "../textMember.ts";
import { formatNumber } from "./formatNumber.ts";
import { unitOf } from "./unitOf.ts";
import type { Reader } from "./Reader.ts";
import { writtenNumber } from "./writtenNumber.ts";

const comparators = ["<", "<=", ">=", ">"];
const signs = ["<", "≤", "≥", ">"];

/** "≥ 5.6 %"; undefined where there is no number. */
export function formatQuantity(quantity: unknown, reader: Reader): string | undefined {
  const written = writtenNumber(member(quantity, "value"));
  if (written === undefined) return undefined;
  const sign = signs[comparators.indexOf(textMember(quantity, "comparator") ?? "")];
  const number = formatNumber(written, reader);
  const unit = unitOf(quantity);
  return [sign, number, unit].filter((part) => part !== undefined && part !== "").join("\u{a0}");
}
