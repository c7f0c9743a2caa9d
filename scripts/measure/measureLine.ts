import type { Measure } from "./Measure.ts";

/** `topic.name  value  unit  peer-value  ratio`, between tabs; the last two are empty where there is no peer. */
export function measureLine(topic: string, { name, value, unit, peer }: Measure): string {
  const comparison = peer === undefined ? ["", ""] : [readable(peer), readable(value / peer)];
  return [`${topic}.${name}`, readable(value), unit, ...comparison].join("\t");
}

/** Whole numbers as they are, for gas is compared to the unit; others to four digits, for no clock is better. */
function readable(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(4)));
}
