import { gasTargets } from "./gasTargets.ts";

/** The figures as a Markdown table, beside what the chain itself asks for and what we allow ourselves. */
export function gasTable(gas: Record<string, number>): string {
  const rows = Object.entries(gas).map(([operation, used]) => {
    const { floor, target } = gasTargets[operation] ?? {};
    return [`\`${operation}\``, count(used), count(floor), count(target)];
  });
  return markdown([["operation", "gas", "floor", "target"], ["---", "---:", "---:", "---:"], ...rows]);
}

/** What became dearer than the committed figures by more than 1%, or appeared or vanished, or exceeds its target. */
export function gasFaults(committed: Record<string, number>, measured: Record<string, number>): string[] {
  const operations = new Set([...Object.keys(committed), ...Object.keys(measured)]);
  return [...operations].flatMap((operation) => {
    const [before, after] = [committed[operation], measured[operation]];
    if (before === undefined || after === undefined) {
      return [`${operation}: ${count(before) || "not there"} → ${count(after) || "not there"}`];
    }
    const target = gasTargets[operation]?.target ?? Number.POSITIVE_INFINITY;
    const faults = [];
    if (after > before * 1.01) {
      faults.push(`${operation}: ${count(before)} → ${count(after)} (+${((after / before - 1) * 100).toFixed(1)}%)`);
    }
    if (after > target) faults.push(`${operation}: ${count(after)} is over its target of ${count(target)}`);
    return faults;
  });
}

function markdown(rows: string[][]): string {
  return rows.map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}

function count(value: number | undefined): string {
  return value === undefined ? "" : value.toLocaleString("en-US");
}
