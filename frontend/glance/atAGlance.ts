import type { GlanceItem } from "./GlanceItem.ts";
import { type GlanceKind, glanceOrder } from "./glanceKinds.ts";

export type Glance = Record<GlanceKind, GlanceItem[]>;

/**
 * What holds now: of each thing the newest word about it counts, and where that says that it is over, it is left out. What
 * is the same is told by its name, as people read it. Costs a sort of all items.
 */
export function atAGlance(items: readonly GlanceItem[]): Glance {
  const newestFirst = items.toSorted((a, b) => b.at.localeCompare(a.at));
  const newest = new Map<string, GlanceItem>();
  for (const item of newestFirst) {
    const key = `${item.kind} ${item.name.toLowerCase()}`;
    if (!newest.has(key)) newest.set(key, item);
  }
  const inForce = [...newest.values()].filter((item) => item.isInForce);
  const ofKind = (kind: GlanceKind) => inForce.filter((item) => item.kind === kind);
  return Object.fromEntries(glanceOrder.map((kind) => [kind, ofKind(kind)])) as Glance;
}
