import { sql } from "drizzle-orm";
import type { Hex } from "viem";
import { nodeHash } from "#core/audit/nodeHash.ts";
import type { Database } from "../../database/Database.ts";
import { logNodes } from "../../database/schema.ts";
import { heightOf } from "./heightOf.ts";

/** A level's nodes by their index. */
type Nodes = ReadonlyMap<number, Hex>;

export type GrowTreeParameters = {
  database: Database;
  /** Under which the tree is kept as it is from now on; greater than all before. */
  anchor: number;
  /** How many there are from now on, those that change and those that do not. */
  leaves: number;
  /** At least one: those that are new, and those that are not what they were. */
  changed: Nodes;
};

/** Writes all nodes above what changed, a query and an insertion for each level, and answers with the root. */
export async function growTree({ database, anchor, leaves, changed }: GrowTreeParameters): Promise<Hex> {
  let nodes = changed;
  for (let level = 0; level < heightOf(leaves); level++) {
    await writeNodes(database, { anchor, level, nodes });
    const siblings = [...nodes.keys()].map((index) => index ^ 1).filter((index) => !nodes.has(index));
    nodes = parentsOf(nodes, await readNodes(database, level, siblings));
  }
  await writeNodes(database, { anchor, level: heightOf(leaves), nodes });
  return nodes.get(0)!;
}

/** The last of a level has no sibling to its right and moves up. */
function parentsOf(nodes: Nodes, siblings: Nodes): Nodes {
  const at = (index: number) => nodes.get(index) ?? siblings.get(index);
  const parents = new Set([...nodes.keys()].map((index) => index >> 1));
  return new Map(
    [...parents].map((parent) => {
      const [left, right] = [at(2 * parent)!, at(2 * parent + 1)];
      return [parent, right === undefined ? left : nodeHash({ left, right })];
    }),
  );
}

/** Each found at once, however often it has changed. */
async function readNodes(database: Database, level: number, indices: readonly number[]): Promise<Nodes> {
  if (indices.length === 0) return new Map();
  const newest = sql<Hex | null>`(
    select hash from ${logNodes} where level = ${level} and node_index = wanted.index order by anchor desc limit 1)`;
  const found = await database
    .select({ index: sql<number>`wanted.index`, hash: newest })
    .from(sql`(select value::int as index from json_array_elements_text(${JSON.stringify(indices)}::json)) wanted`);
  return new Map(found.flatMap(({ index, hash }) => (hash === null ? [] : [[index, hash]])));
}

async function writeNodes(database: Database, written: { anchor: number; level: number; nodes: Nodes }): Promise<void> {
  const { anchor, level, nodes } = written;
  const rows = [...nodes].map(([index, hash]) => ({ level, index, anchor, hash }));
  while (rows.length > 0) await database.insert(logNodes).values(rows.splice(0, rowsAtOnce));
}

/** A statement takes no more than 65,535 values. */
const rowsAtOnce = 2000;
